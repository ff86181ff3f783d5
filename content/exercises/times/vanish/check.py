from checking import load, call, printed_by, source, instructions, expect, expect_equal

answer = load()
expect_equal(printed_by(answer.work, 3), "working on 3\n", "in a normal run work(3) prints")
expect_equal(call(answer.work, 3), 6, "work(3)")
optimised = compile(source(), "answer.py", "exec", optimize=1, dont_inherit=True)
work = next(c for c in optimised.co_consts if getattr(c, "co_name", "") == "work")
calls = [i for i in instructions(work) if i.opname == "CALL"]
expect_equal(len(calls), 0, "the number of CALL instructions in work under -O")
expect("working on" not in work.co_consts, "no trace of the text under -O", "no constant 'working on'", "one")
