from math import asin


def short(value):
    return float(f"{value:.12g}")

for code in """
short(asin(0))
short(asin(1))
short(asin(-1))
short(asin(0.5))
short(asin(-2.5))
short(asin(1e300))
short(asin(-0.0))
short(asin(float("inf")))
short(asin(float("-inf")))
short(asin(float("nan")))
short(asin(10**20))
short(asin(True))
asin("1")
asin()
asin(1, 2, 3)
asin(None)
asin(1j)
asin(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
