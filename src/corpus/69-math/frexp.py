from math import frexp

for code in """
frexp(0)
frexp(1)
frexp(-1)
frexp(0.5)
frexp(-2.5)
frexp(1e300)
frexp(-0.0)
frexp(float("inf"))
frexp(float("-inf"))
frexp(float("nan"))
frexp(10**20)
frexp(True)
frexp("1")
frexp()
frexp(1, 2, 3)
frexp(None)
frexp(1j)
frexp(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
