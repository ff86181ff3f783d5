for code in """
[round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999999999999996)]
[round(x, 1) for x in (0.25, 0.35, 0.05, -0.25, 1e22, 2.675)]
round(2.675, 2), round(1234.5678, -2), round(-1234.5678, -3), round(5, -1), round(15, -1), round(25, -1), round(-15, -1)
round(1.5, None), round(True), round(5, 3), round(123456789, -20), round(0, -1)
round(float("inf"))
round(float("nan"))
round(float("inf"), 2), round(float("nan"), 1), round(1e300, 10), round(1.5, 400), round(1.5, -400), round(-0.4), round(-0.04, 1)
round("a")
round(1.5, "a")
round(1.5, 1.0)
round()
round(1, 2, 3)
round(1.7976931348623157e308, -308)
round(10**30 + 5, -1), round(5 * 10**20, -21)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
