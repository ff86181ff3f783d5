from math import log


def short(value):
    return float(f"{value:.12g}")

for code in """
short(log(0))
short(log(1))
short(log(-1))
short(log(0.5))
short(log(-2.5))
short(log(1e300))
short(log(-0.0))
short(log(float("inf")))
short(log(float("-inf")))
short(log(float("nan")))
short(log(10**20))
short(log(True))
log("1")
log()
log(1, 2, 3)
log(None)
log(1j)
log(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
