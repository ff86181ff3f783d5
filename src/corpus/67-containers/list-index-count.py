for code in """
a = [1, 2, 1, 3]; print(a.index(1), a.index(1, 1), a.index(3, -1), a.index(1, 0, 100))
[1].index(5)
[1, 2].index(2, 0, 1)
[1, 2].index("x")
print([1, True, 1.0, "1"].count(1), [[]].count([]), [].count(1))
[1].index()
[1].index(1, "a")
[1].index(1, None)
print([1, 2, 3].index(3, -10), [1, 2].index(1, -2, -1))
n = float("nan"); print([n].index(n), [n].count(n), [float("nan")].count(float("nan")))
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
