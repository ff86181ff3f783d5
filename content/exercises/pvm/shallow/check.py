from checking import load, call, expect, expect_equal

value = load().value
for x in (0, 1, -1, 2, 10):
    expect_equal(call(value, x), 2 + 3 * x + 5 * x * x + 7 * x * x * x, f"value({x})")
height = value.__code__.co_stacksize
expect(height <= 2, "height of the value stack", "at most 2", height)
