from math import tanh


def short(value):
    return float(f"{value:.12g}")

for code in """
short(tanh(0))
short(tanh(1))
short(tanh(-1))
short(tanh(0.5))
short(tanh(-2.5))
short(tanh(1e300))
short(tanh(-0.0))
short(tanh(float("inf")))
short(tanh(float("-inf")))
short(tanh(float("nan")))
short(tanh(10**20))
short(tanh(True))
tanh("1")
tanh()
tanh(1, 2, 3)
tanh(None)
tanh(1j)
tanh(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
