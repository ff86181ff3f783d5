from math import degrees

for code in """
degrees(0)
degrees(1)
degrees(-1)
degrees(0.5)
degrees(-2.5)
degrees(1e300)
degrees(-0.0)
degrees(float("inf"))
degrees(float("-inf"))
degrees(float("nan"))
degrees(10**20)
degrees(True)
degrees("1")
degrees()
degrees(1, 2, 3)
degrees(None)
degrees(1j)
degrees(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
