from math import exp2


def short(value):
    return float(f"{value:.12g}")

for code in """
short(exp2(0))
short(exp2(1))
short(exp2(-1))
short(exp2(0.5))
short(exp2(-2.5))
short(exp2(1e3))
short(exp2(-0.0))
short(exp2(float("inf")))
short(exp2(float("-inf")))
short(exp2(float("nan")))
short(exp2(10**20))
short(exp2(True))
exp2("1")
exp2()
exp2(1, 2, 3)
exp2(None)
exp2(1j)
exp2(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
