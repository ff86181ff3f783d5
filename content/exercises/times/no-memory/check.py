from checking import load, call, expect_equal

add = load().add
expect_equal(call(add, "tea"), ["tea"], "add('tea')")
expect_equal(call(add, "milk"), ["milk"], "then add('milk')")
mine = ["book"]
call(add, "pen", mine)
expect_equal(mine, ["book", "pen"], "a basket that was given")
empty = []
call(add, "pen", empty)
expect_equal(empty, ["pen"], "an empty basket that was given")
