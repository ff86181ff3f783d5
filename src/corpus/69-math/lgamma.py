from math import lgamma


def short(value):
    return float(f"{value:.12g}")

for code in """
short(lgamma(0))
short(lgamma(1))
short(lgamma(-1))
short(lgamma(0.5))
short(lgamma(-2.5))
short(lgamma(1e300))
short(lgamma(-0.0))
short(lgamma(float("inf")))
short(lgamma(float("-inf")))
short(lgamma(float("nan")))
short(lgamma(10**20))
short(lgamma(True))
lgamma("1")
lgamma()
lgamma(1, 2, 3)
lgamma(None)
lgamma(1j)
lgamma(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
