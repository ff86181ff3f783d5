import sys

from checking import run, source, instructions, expect, expect_output, expect_equal

names = [i.argval for i in instructions(recurse=True) if i.opname in ("LOAD_NAME", "LOAD_GLOBAL")]
expect("print" not in names and "open" not in names and "exec" not in names, "only imports run the module")
sys.modules.pop("greet", None)
result = run()
expect(result.exception is None or result.stdout == "hello from greet\n" * 2, "the program ends normally", "no exception", repr(result.exception))
expect_equal(result.stdout.count("hello from greet\n"), 2, "how often greet.py was run")
expect_output(result, "hello from greet\nhello from greet\n")
expect("greet" in sys.modules, "greet is in sys.modules at the end")
