from math import dist, hypot, isqrt

for code in """
[isqrt(n) for n in (0, 1, 3, 4, 10**20, 10**40 - 1)]
isqrt(-1)
isqrt(4.0)
hypot(), hypot(3, 4), hypot(1, 2, 2), hypot(-5), hypot(float("inf"), float("nan")), hypot(1e200, 1e200)
hypot("a")
dist([1, 2], [4, 6]), dist((), ()), dist([0.0] * 3, (1, 2, 2))
dist([1], [1, 2])
dist(5, [1])
dist("ab", [1, 2])
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
