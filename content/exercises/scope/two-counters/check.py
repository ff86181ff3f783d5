from checking import load, call, expect, expect_equal

make_counter = load().make_counter
up, down = call(make_counter, 10)
expect_equal(call(up), 11, "up() after make_counter(10)")
expect_equal(call(up), 12, "up() again")
expect_equal(call(down), 11, "down() goes on from the same count")
other_up, other_down = call(make_counter, 100)
expect_equal(call(other_up), 101, "up() of a second counter that starts at 100")
expect_equal(call(up), 12, "the first counter, after the second was used")
expect_equal(call(other_down), 100, "the second counter, after the first was used")
shared = set(up.__code__.co_freevars) & set(down.__code__.co_freevars)
expect(shared, "up and down share a free variable", "one variable of make_counter that is free in both", "none")
