from math import log1p


def short(value):
    return float(f"{value:.12g}")

for code in """
short(log1p(0))
short(log1p(1))
short(log1p(-1))
short(log1p(0.5))
short(log1p(-2.5))
short(log1p(1e300))
short(log1p(-0.0))
short(log1p(float("inf")))
short(log1p(float("-inf")))
short(log1p(float("nan")))
short(log1p(10**20))
short(log1p(True))
log1p("1")
log1p()
log1p(1, 2, 3)
log1p(None)
log1p(1j)
log1p(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
