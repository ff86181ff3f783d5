from checking import load, source, instructions, call, expect, expect_equal

seconds_per_week = load().seconds_per_week
expect_equal(call(seconds_per_week), 604800, "seconds_per_week()")
expect("*" in source().split("def seconds_per_week")[-1], "the calculation can still be read in the function")
names = [instruction.opname for instruction in instructions(seconds_per_week)]
expect_equal(names.count("BINARY_OP"), 0, "number of BINARY_OP instructions in seconds_per_week")
