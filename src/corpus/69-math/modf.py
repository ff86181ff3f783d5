from math import modf

for code in """
modf(0)
modf(1)
modf(-1)
modf(0.5)
modf(-2.5)
modf(1e300)
modf(-0.0)
modf(float("inf"))
modf(float("-inf"))
modf(float("nan"))
modf(10**20)
modf(True)
modf("1")
modf()
modf(1, 2, 3)
modf(None)
modf(1j)
modf(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
