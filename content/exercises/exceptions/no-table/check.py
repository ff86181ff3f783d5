import dis

from checking import load, call, instructions, expect_equal

first = load().first
expect_equal(call(first, [3, 4]), 3, "first([3, 4])")
expect_equal(call(first, [0, 1]), 0, "first([0, 1])")
expect_equal(call(first, []), None, "first([])")
expect_equal(len(dis.Bytecode(first).exception_entries), 0, "entries in the exception table")
calls = [i for i in instructions(first) if i.opname.startswith("CALL")]
expect_equal(len(calls), 0, "calls in first")
