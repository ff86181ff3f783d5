from math import isfinite

for code in """
isfinite(0)
isfinite(1)
isfinite(-1)
isfinite(0.5)
isfinite(-2.5)
isfinite(1e300)
isfinite(-0.0)
isfinite(float("inf"))
isfinite(float("-inf"))
isfinite(float("nan"))
isfinite(10**20)
isfinite(True)
isfinite("1")
isfinite()
isfinite(1, 2, 3)
isfinite(None)
isfinite(1j)
isfinite(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
