from math import log10


def short(value):
    return float(f"{value:.12g}")

for code in """
short(log10(0))
short(log10(1))
short(log10(-1))
short(log10(0.5))
short(log10(-2.5))
short(log10(1e300))
short(log10(-0.0))
short(log10(float("inf")))
short(log10(float("-inf")))
short(log10(float("nan")))
short(log10(10**20))
short(log10(True))
log10("1")
log10()
log10(1, 2, 3)
log10(None)
log10(1j)
log10(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
