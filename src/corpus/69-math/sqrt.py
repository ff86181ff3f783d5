from math import sqrt

for code in """
sqrt(0)
sqrt(1)
sqrt(-1)
sqrt(0.5)
sqrt(-2.5)
sqrt(1e300)
sqrt(-0.0)
sqrt(float("inf"))
sqrt(float("-inf"))
sqrt(float("nan"))
sqrt(10**20)
sqrt(True)
sqrt("1")
sqrt()
sqrt(1, 2, 3)
sqrt(None)
sqrt(1j)
sqrt(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
