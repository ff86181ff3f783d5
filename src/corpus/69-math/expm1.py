from math import expm1


def short(value):
    return float(f"{value:.12g}")

for code in """
short(expm1(0))
short(expm1(1))
short(expm1(-1))
short(expm1(0.5))
short(expm1(-2.5))
short(expm1(1e3))
short(expm1(-0.0))
short(expm1(float("inf")))
short(expm1(float("-inf")))
short(expm1(float("nan")))
short(expm1(10**20))
short(expm1(True))
expm1("1")
expm1()
expm1(1, 2, 3)
expm1(None)
expm1(1j)
expm1(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
