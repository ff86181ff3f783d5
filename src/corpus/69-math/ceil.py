from math import ceil

for code in """
ceil(0)
ceil(1)
ceil(-1)
ceil(0.5)
ceil(-2.5)
ceil(1e300)
ceil(-0.0)
ceil(float("inf"))
ceil(float("-inf"))
ceil(float("nan"))
ceil(10**20)
ceil(True)
ceil("1")
ceil()
ceil(1, 2, 3)
ceil(None)
ceil(1j)
ceil(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
