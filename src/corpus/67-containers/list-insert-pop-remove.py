for code in """
a = [1, 2]; a.insert(1, "x"); a.insert(-1, "y"); a.insert(100, "z"); a.insert(-100, "w"); print(a)
a = [1, 2, 3]; print(a.pop(), a.pop(0), a)
a = [1, 2, 3]; print(a.pop(-2), a)
[].pop()
[1].pop(1)
[1].pop("0")
[1].pop(1.0)
a = [1, 2, 1, True]; a.remove(True); print(a)
[1].remove(2)
a = [float("nan")]; a.remove(a[0]); print(a)
[1].insert(1)
[1].insert("a", 1)
[1].pop(10**30)
a = [1]; a.insert(10**30, 5)
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
