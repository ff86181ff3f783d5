print(any([]), all([]), any([0, "a"]), all([1, 0]), any(x > 2 for x in [1, 3, 1 / 1]), sum([1, 2], 10), sum([0.1] * 3), sum([[1], [2]], []), sum({1: 2}), list(enumerate("ab", 5)), list(enumerate([], start=1)))
it = iter([1, 0, 2]); print(all(it), list(it)); it = iter([0, 3, 4]); print(any(it), list(it))
print(list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(filter(None, [0, 1, ""])), list(filter(str.isdigit, "a1")), list(zip("ab", [1, 2], (3, 4))), list(reversed([1, 2])), list(iter([1, 2, 3].pop, 1)))
for code in ("any(5)", "sum('ab')", "sum([1], 'a')", "sum(['a'], '')", "enumerate(5)", "enumerate()", "list(enumerate('a', 'b'))", "map(len)", "list(map(5, [1]))", "filter(len)", "list(filter(5, [1]))", "reversed(5)", "reversed({1})", "list(reversed({1: 2}))", "iter(5)", "iter(5, 1)", "next([])", "zip('a', strict=5)", "zip(a=1)", "map()", "list(map(len, [1]))"):
    try: print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, e)
e = enumerate("ab"); print(next(e), e.__next__(), next(e, "end")); m = map(str, [1]); print(iter(m) is m, next(m))
