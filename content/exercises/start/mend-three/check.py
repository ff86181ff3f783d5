from checking import run, load, expect_output, expect_equal

expect_output(run(), "sum 12\n")
total = load().total
expect_equal(total([10, 20]), 30, "total([10, 20])")
expect_equal(total([]), 0, "total([])")
