from math import gcd, lcm

for code in """
gcd(), gcd(0), gcd(12, 18), gcd(-12, 18, 30), gcd(0, 0), gcd(10**20, 10**15 + 10**10)
lcm(), lcm(4, 6), lcm(0, 5), lcm(-3, 4, 6), lcm(7)
gcd(1.0, 2)
lcm("a")
gcd(True, 3)
gcd(2, None)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
