from math import erf


def short(value):
    return float(f"{value:.12g}")

for code in """
short(erf(0))
short(erf(1))
short(erf(-1))
short(erf(0.5))
short(erf(-2.5))
short(erf(1e300))
short(erf(-0.0))
short(erf(float("inf")))
short(erf(float("-inf")))
short(erf(float("nan")))
short(erf(10**20))
short(erf(True))
erf("1")
erf()
erf(1, 2, 3)
erf(None)
erf(1j)
erf(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
