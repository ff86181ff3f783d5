from math import erfc


def short(value):
    return float(f"{value:.12g}")

for code in """
short(erfc(0))
short(erfc(1))
short(erfc(-1))
short(erfc(0.5))
short(erfc(-2.5))
short(erfc(1e300))
short(erfc(-0.0))
short(erfc(float("inf")))
short(erfc(float("-inf")))
short(erfc(float("nan")))
short(erfc(10**20))
short(erfc(True))
erfc("1")
erfc()
erfc(1, 2, 3)
erfc(None)
erfc(1j)
erfc(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
