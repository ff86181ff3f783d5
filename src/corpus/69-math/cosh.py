from math import cosh


def short(value):
    return float(f"{value:.12g}")

for code in """
short(cosh(0))
short(cosh(1))
short(cosh(-1))
short(cosh(0.5))
short(cosh(-2.5))
short(cosh(1e3))
short(cosh(-0.0))
short(cosh(float("inf")))
short(cosh(float("-inf")))
short(cosh(float("nan")))
short(cosh(10**20))
short(cosh(True))
cosh("1")
cosh()
cosh(1, 2, 3)
cosh(None)
cosh(1j)
cosh(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
