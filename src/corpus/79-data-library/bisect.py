import bisect
a = [1, 2, 2, 3]

for code in """
bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 2), bisect.bisect(a, 0), bisect.bisect(a, 9), bisect.bisect([], 1), bisect.bisect_left(a, 2, 2), bisect.bisect(a, 2, 0, 1), bisect.bisect_left("ace", "b")
bisect.insort(a, 2.5), bisect.insort_left(a, 2), a
bisect.bisect(a, "x")
bisect.bisect(a, 1, -1)
bisect.bisect(5, 1)
bisect.bisect_left([3, 2, 1], -2, key=lambda v: -v), bisect.bisect(["a", "bb"], 1, key=len), bisect.insort(["x"], "yy", key=len)
bisect.insort((1,), 2)
bisect.bisect(a)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
