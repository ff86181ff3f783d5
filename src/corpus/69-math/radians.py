from math import radians

for code in """
radians(0)
radians(1)
radians(-1)
radians(0.5)
radians(-2.5)
radians(1e300)
radians(-0.0)
radians(float("inf"))
radians(float("-inf"))
radians(float("nan"))
radians(10**20)
radians(True)
radians("1")
radians()
radians(1, 2, 3)
radians(None)
radians(1j)
radians(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
