from math import asinh


def short(value):
    return float(f"{value:.12g}")

for code in """
short(asinh(0))
short(asinh(1))
short(asinh(-1))
short(asinh(0.5))
short(asinh(-2.5))
short(asinh(1e300))
short(asinh(-0.0))
short(asinh(float("inf")))
short(asinh(float("-inf")))
short(asinh(float("nan")))
short(asinh(10**20))
short(asinh(True))
asinh("1")
asinh()
asinh(1, 2, 3)
asinh(None)
asinh(1j)
asinh(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
