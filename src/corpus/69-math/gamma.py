from math import gamma


def short(value):
    return float(f"{value:.12g}")

for code in """
short(gamma(0))
short(gamma(1))
short(gamma(-1))
short(gamma(0.5))
short(gamma(-2.5))
short(gamma(1e300))
short(gamma(-0.0))
short(gamma(float("inf")))
short(gamma(float("-inf")))
short(gamma(float("nan")))
short(gamma(10**20))
short(gamma(True))
gamma("1")
gamma()
gamma(1, 2, 3)
gamma(None)
gamma(1j)
gamma(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
