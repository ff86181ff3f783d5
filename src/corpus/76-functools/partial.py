from functools import partial

for code in """
partial(int, base=2)("101"), partial(max, 5)(3, 9), partial(print)(end=""), partial(dict, a=1)(b=2, a=3)
partial(partial(pow, 2), 3)(), partial(partial(pow, 2), 3).args, partial(partial(int, base=3), base=2).keywords
repr(partial(int, "5", base=8)), repr(partial(len)), partial(len).func is len
partial()
partial(5)
partial(len)(1)
partial(int, base=2)("2")
partial(lambda *a, **k: (a, k), 1, x=2)(3, y=4, x=5)
partial(len).x
(lambda p: (setattr(p, "x", 1), p.x, p.__dict__))(partial(len))
list(map(partial(pow, 2), range(4))), partial(sorted, reverse=True, key=len)(["a", "bbb", "cc"])
__import__("pickle").loads(__import__("pickle").dumps(partial(int, base=2)))("11"), __import__("copy").copy(partial(len, "ab"))()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
