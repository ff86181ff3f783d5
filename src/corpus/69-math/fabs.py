from math import fabs

for code in """
fabs(0)
fabs(1)
fabs(-1)
fabs(0.5)
fabs(-2.5)
fabs(1e300)
fabs(-0.0)
fabs(float("inf"))
fabs(float("-inf"))
fabs(float("nan"))
fabs(10**20)
fabs(True)
fabs("1")
fabs()
fabs(1, 2, 3)
fabs(None)
fabs(1j)
fabs(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
