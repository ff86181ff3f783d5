from checking import run, source, expect, expect_equal

result = run()
lines = [line.strip() for line in source().splitlines()]
expect('print("one")' in lines and 'print("two")' in lines, "both lines are still there")
expect_equal(result.stdout, "one\n", "what was printed before the end")
expect(result.exception is not None, "the program ends with an exception", "a ZeroDivisionError", "a normal end")
expect_equal(type(result.exception).__name__, "ZeroDivisionError", "the exception")
