from math import ulp

for code in """
ulp(0)
ulp(1)
ulp(-1)
ulp(0.5)
ulp(-2.5)
ulp(1e300)
ulp(-0.0)
ulp(float("inf"))
ulp(float("-inf"))
ulp(float("nan"))
ulp(10**20)
ulp(True)
ulp("1")
ulp()
ulp(1, 2, 3)
ulp(None)
ulp(1j)
ulp(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
