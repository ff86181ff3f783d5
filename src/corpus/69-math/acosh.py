from math import acosh


def short(value):
    return float(f"{value:.12g}")

for code in """
short(acosh(0))
short(acosh(1))
short(acosh(-1))
short(acosh(0.5))
short(acosh(-2.5))
short(acosh(1e300))
short(acosh(-0.0))
short(acosh(float("inf")))
short(acosh(float("-inf")))
short(acosh(float("nan")))
short(acosh(10**20))
short(acosh(True))
acosh("1")
acosh()
acosh(1, 2, 3)
acosh(None)
acosh(1j)
acosh(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
