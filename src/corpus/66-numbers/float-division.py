for code in """
[a // b for a, b in ((7.5, 2), (-7.5, 2), (7.5, -2), (-7.5, -2), (0.0, 5), (-0.0, 5))]
[a % b for a, b in ((7.5, 2), (-7.5, 2), (7.5, -2), (-7.5, -2), (-0.0, 5), (5.0, float("inf")), (-5.0, float("inf")))]
[divmod(a, b) for a, b in ((7.5, 2), (-7.5, 2), (1e300, 1e-10), (5, 0.3))]
1.0 / 0
1.0 // 0
1.0 % 0
divmod(1.0, 0)
0.0 ** -1
(-8) ** (1/3)
(-1.0) ** 0.5
2.0 ** 10000
0.0 ** 0, float("nan") ** 0, 1 ** float("nan"), (-1.0) ** float("inf"), 2 ** -1, 0.5 ** float("inf")
float("inf") // 1, float("inf") % 1, float("inf") - float("inf"), float("inf") * 0
-7 // 2, -7 % 2, 7 // -2, 7 % -2, divmod(-7, 2), -7 // 2.0
10**400 / 10**399, 10**400 / 3e10 if False else 0
10**400 / 1.0
1 / 10**400
10**400 / 10
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
