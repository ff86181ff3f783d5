from math import cbrt


def short(value):
    return float(f"{value:.12g}")

for code in """
short(cbrt(0))
short(cbrt(1))
short(cbrt(-1))
short(cbrt(0.5))
short(cbrt(-2.5))
short(cbrt(1e300))
short(cbrt(-0.0))
short(cbrt(float("inf")))
short(cbrt(float("-inf")))
short(cbrt(float("nan")))
short(cbrt(10**20))
short(cbrt(True))
cbrt("1")
cbrt()
cbrt(1, 2, 3)
cbrt(None)
cbrt(1j)
cbrt(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
