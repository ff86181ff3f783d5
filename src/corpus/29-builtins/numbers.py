print(abs(-3), abs(-2.5), abs(3 + 4j), divmod(7, 2), pow(2, 8), round(2.567, 1), sum([1, 2, 3]), sum([[1], [2]], []), min(3, 1, 2), max([3, 1, 2]))
print(min("b", "a"), max("abc"), min([3, -5], key=abs), max([], default="none"), max({"a": 1, "b": 0}), min((1, "x"), (1, "a")))
for f in (lambda: min([]), lambda: max(), lambda: min(1), lambda: max(1, "a"), lambda: sum([1, "a"]), lambda: sum(["a"], ""), lambda: sum(5), lambda: abs("x"), lambda: divmod(1, "a"), lambda: round("x"), lambda: max(1, 2, default=3), lambda: min(1, 2, nope=3), lambda: sum([b"a"], b""), lambda: max(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
