from math import isinf

for code in """
isinf(0)
isinf(1)
isinf(-1)
isinf(0.5)
isinf(-2.5)
isinf(1e300)
isinf(-0.0)
isinf(float("inf"))
isinf(float("-inf"))
isinf(float("nan"))
isinf(10**20)
isinf(True)
isinf("1")
isinf()
isinf(1, 2, 3)
isinf(None)
isinf(1j)
isinf(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
