for code in """
pow(2, 10, 1000), pow(2, -1, 7), pow(3, -2, 11), pow(-2, 3, 5), pow(2, 3, -5), pow(0, 0, 1), pow(5, 0, 3)
pow(2, -1, 4)
pow(2, 3, 0)
pow(2, 3, 1.0)
pow(2.0, 3, 5)
pow(2, -1)
pow(0, -1)
pow(2, 1000, 10**9 + 7), pow(3, 10**18, 10**9 + 7)
pow(base=2, exp=3, mod=5)
pow("a", 2)
pow(2, "a", 3)
pow(2, 3, None), pow(2.5, 2), pow(4, 0.5), pow(-8, 1/3)
pow(1j, 2, 3)
pow(True, True, 2), pow(0, 5, 1), pow(-1, -1, 3)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
