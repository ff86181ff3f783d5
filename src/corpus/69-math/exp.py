from math import exp


def short(value):
    return float(f"{value:.12g}")

for code in """
short(exp(0))
short(exp(1))
short(exp(-1))
short(exp(0.5))
short(exp(-2.5))
short(exp(1e3))
short(exp(-0.0))
short(exp(float("inf")))
short(exp(float("-inf")))
short(exp(float("nan")))
short(exp(10**20))
short(exp(True))
exp("1")
exp()
exp(1, 2, 3)
exp(None)
exp(1j)
exp(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
