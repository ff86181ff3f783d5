from math import acos


def short(value):
    return float(f"{value:.12g}")

for code in """
short(acos(0))
short(acos(1))
short(acos(-1))
short(acos(0.5))
short(acos(-2.5))
short(acos(1e300))
short(acos(-0.0))
short(acos(float("inf")))
short(acos(float("-inf")))
short(acos(float("nan")))
short(acos(10**20))
short(acos(True))
acos("1")
acos()
acos(1, 2, 3)
acos(None)
acos(1j)
acos(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
