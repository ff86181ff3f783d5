from math import atan


def short(value):
    return float(f"{value:.12g}")

for code in """
short(atan(0))
short(atan(1))
short(atan(-1))
short(atan(0.5))
short(atan(-2.5))
short(atan(1e300))
short(atan(-0.0))
short(atan(float("inf")))
short(atan(float("-inf")))
short(atan(float("nan")))
short(atan(10**20))
short(atan(True))
atan("1")
atan()
atan(1, 2, 3)
atan(None)
atan(1j)
atan(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
