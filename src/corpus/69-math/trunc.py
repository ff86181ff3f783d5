from math import trunc

for code in """
trunc(0)
trunc(1)
trunc(-1)
trunc(0.5)
trunc(-2.5)
trunc(1e300)
trunc(-0.0)
trunc(float("inf"))
trunc(float("-inf"))
trunc(float("nan"))
trunc(10**20)
trunc(True)
trunc("1")
trunc()
trunc(1, 2, 3)
trunc(None)
trunc(1j)
trunc(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
