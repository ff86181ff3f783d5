from math import sinh


def short(value):
    return float(f"{value:.12g}")

for code in """
short(sinh(0))
short(sinh(1))
short(sinh(-1))
short(sinh(0.5))
short(sinh(-2.5))
short(sinh(1e3))
short(sinh(-0.0))
short(sinh(float("inf")))
short(sinh(float("-inf")))
short(sinh(float("nan")))
short(sinh(10**20))
short(sinh(True))
sinh("1")
sinh()
sinh(1, 2, 3)
sinh(None)
sinh(1j)
sinh(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
