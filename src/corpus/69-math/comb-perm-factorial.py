from math import comb, factorial, perm

for code in """
comb(5, 2), comb(5, 0), comb(5, 6), comb(50, 25), comb(0, 0)
comb(-1, 2)
comb(5, -1)
comb(5, 2.0)
comb(5)
perm(5, 2), perm(5), perm(5, None), perm(5, 6), perm(0)
perm(-1)
perm(3, -1)
[factorial(n) for n in range(8)], factorial(30)
factorial(-1)
factorial(5.0)
factorial("5")
factorial(True)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
