from math import fsum, prod, sumprod

for code in """
fsum([0.1] * 10), fsum([1e16, 1, -1e16]), fsum([]), sum([0.1] * 10), fsum([float("inf"), 1])
fsum([float("inf"), float("-inf")])
fsum([1e308, 1e308])
fsum(["a"])
fsum(5)
prod([1, 2, 3]), prod([]), prod([2.5, 2]), prod([1, 2], start=10), prod([True, 3]), prod(x for x in (2, 3))
prod(["a", 2])
prod([None])
prod(5)
sumprod([1, 2], [3, 4]), sumprod([], []), sumprod([0.1] * 3, [10, 10, 10]), sumprod([10**20, 1], [10**20, 1])
sumprod([1], [1, 2])
sumprod(["a"], [2])
sumprod([None], [1])
sum([0.1] * 3), sum([1, 2.5, 3]), sum([[1], [2]], []), sum([], 5)
sum(["a", "b"], "")
sum([b"a"], b"")
sum(5)
sum([1, "a"])
sum([1e16, 1.0, -1e16]), sum([10**400, 1.5][:1])
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
