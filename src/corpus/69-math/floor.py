from math import floor

for code in """
floor(0)
floor(1)
floor(-1)
floor(0.5)
floor(-2.5)
floor(1e300)
floor(-0.0)
floor(float("inf"))
floor(float("-inf"))
floor(float("nan"))
floor(10**20)
floor(True)
floor("1")
floor()
floor(1, 2, 3)
floor(None)
floor(1j)
floor(x=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
