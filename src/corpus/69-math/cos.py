from math import cos


def short(value):
    return float(f"{value:.12g}")

for code in """
short(cos(0))
short(cos(1))
short(cos(-1))
short(cos(0.5))
short(cos(-2.5))
short(cos(1e300))
short(cos(-0.0))
short(cos(float("inf")))
short(cos(float("-inf")))
short(cos(float("nan")))
short(cos(10**20))
short(cos(True))
cos("1")
cos()
cos(1, 2, 3)
cos(None)
cos(1j)
cos(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
