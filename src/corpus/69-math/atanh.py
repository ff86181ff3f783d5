from math import atanh


def short(value):
    return float(f"{value:.12g}")

for code in """
short(atanh(0))
short(atanh(1))
short(atanh(-1))
short(atanh(0.5))
short(atanh(-2.5))
short(atanh(1e300))
short(atanh(-0.0))
short(atanh(float("inf")))
short(atanh(float("-inf")))
short(atanh(float("nan")))
short(atanh(10**20))
short(atanh(True))
atanh("1")
atanh()
atanh(1, 2, 3)
atanh(None)
atanh(1j)
atanh(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
