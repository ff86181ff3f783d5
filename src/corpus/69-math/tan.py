from math import tan


def short(value):
    return float(f"{value:.12g}")

for code in """
short(tan(0))
short(tan(1))
short(tan(-1))
short(tan(0.5))
short(tan(-2.5))
short(tan(1e300))
short(tan(-0.0))
short(tan(float("inf")))
short(tan(float("-inf")))
short(tan(float("nan")))
short(tan(10**20))
short(tan(True))
tan("1")
tan()
tan(1, 2, 3)
tan(None)
tan(1j)
tan(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
