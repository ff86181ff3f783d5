import sys

from checking import load, call, expect_equal

deep_sum = load().deep_sum
expect_equal(call(deep_sum, [1, 2, 3]), 6, "deep_sum([1, 2, 3])")
expect_equal(call(deep_sum, [1, [2, [3, 4]], 5]), 15, "deep_sum([1, [2, [3, 4]], 5])")
data = [1]
for n in range(20_000):
    data = [data, 1]
before = sys.getrecursionlimit()
sys.setrecursionlimit(100)
try:
    got = call(deep_sum, [[2], 3])
    expect_equal(sys.getrecursionlimit(), 100, "the recursion limit is left alone")
    expect_equal(got, 5, "deep_sum([[2], 3])")
    expect_equal(call(deep_sum, []), 0, "deep_sum([])")
    expect_equal(call(deep_sum, data), 20_001, "lists nested 20,000 deep")
finally:
    sys.setrecursionlimit(before)
    while isinstance(data, list) and data:
        data = data[0]
