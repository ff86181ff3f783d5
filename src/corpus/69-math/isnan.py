from math import isnan

for code in """
isnan(0)
isnan(1)
isnan(-1)
isnan(0.5)
isnan(-2.5)
isnan(1e300)
isnan(-0.0)
isnan(float("inf"))
isnan(float("-inf"))
isnan(float("nan"))
isnan(10**20)
isnan(True)
isnan("1")
isnan()
isnan(1, 2, 3)
isnan(None)
isnan(1j)
isnan(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
