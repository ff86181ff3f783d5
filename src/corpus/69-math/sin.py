from math import sin


def short(value):
    return float(f"{value:.12g}")

for code in """
short(sin(0))
short(sin(1))
short(sin(-1))
short(sin(0.5))
short(sin(-2.5))
short(sin(1e300))
short(sin(-0.0))
short(sin(float("inf")))
short(sin(float("-inf")))
short(sin(float("nan")))
short(sin(10**20))
short(sin(True))
sin("1")
sin()
sin(1, 2, 3)
sin(None)
sin(1j)
sin(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
