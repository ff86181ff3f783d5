from math import log2


def short(value):
    return float(f"{value:.12g}")

for code in """
short(log2(0))
short(log2(1))
short(log2(-1))
short(log2(0.5))
short(log2(-2.5))
short(log2(1e300))
short(log2(-0.0))
short(log2(float("inf")))
short(log2(float("-inf")))
short(log2(float("nan")))
short(log2(10**20))
short(log2(True))
log2("1")
log2()
log2(1, 2, 3)
log2(None)
log2(1j)
log2(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
