for code in """
a = [3, 1, 2]; print(a.sort(), a); a.reverse(); print(a)
a = ["b", "A", "c"]; a.sort(key=str.lower, reverse=True); print(a)
a = [3, "a"]; a.sort()
a = [1]; a.sort(None)
a = [(1, "b"), (1, "a"), (0, "z")]; a.sort(key=lambda p: p[0]); print(a); a.sort(key=lambda p: p[0], reverse=True); print(a)
a = [3, 1]; a.sort(key=5)
a = [1, 2]; a.sort(reverse="x"); print(a)
a = [1, 2]; a.sort(reverse=[])
a = [1, float("nan"), 0]; a.sort(); print(a)
a = [2, 1]; a.sort(key=lambda v: a.append(1))
a = [2, 1]; a.sort(key=None, reverse=True); print(a)
a = [[2], [1, 5], []]; a.sort(); print(a)
a = [None, 1]; a.sort()
a = [1j, 2]; a.sort()
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
