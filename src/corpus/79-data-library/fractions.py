from fractions import Fraction as F

for code in """
F(1, 2), F(6, -4), F(0.5), F("3/4"), F("0.25"), F("-1e-2"), F(), F(5), F(" 3 "), F("1_0/2_0"), F(F(1, 3)), F(True), F(__import__("decimal").Decimal("1.1"))
F(1, 0)
F("1/0")
F("x")
F(1.5, 2)
F(None)
F(float("nan"))
F(float("inf"))
F(1, 3) + F(1, 6), F(1, 2) - 1, 2 * F(3, 4), F(1, 2) / F(1, 3), F(7, 2) // 1, F(-7, 2) % 2, divmod(F(7, 2), F(2, 3)), F(2, 3) ** 2, F(2, 3) ** -2, F(4) ** F(1, 2), 2 ** F(2), F(1, 2) + 0.5, F(1, 2) * 1j, abs(F(-1, 2)), -F(1, 2)
F(1, 2) / 0
F(0) ** -1
F(1, 2) == 0.5, F(1, 2) < 1, F(1, 3) == 1/3, hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), sorted([F(1, 2), 0.3, 1]), F(1, 2) != F(2, 4), F(1, 2) == "1/2"
F(1, 2) < "x"
int(F(7, 2)), float(F(1, 3)), round(F(5, 2)), round(F(7, 2)), round(F(1234, 100), 1), __import__("math").floor(F(-1, 2)), __import__("math").ceil(F(1, 2)), bool(F(0)), F(7, 2).__trunc__(), str(F(3)), repr(F(-1, 3))
F(3.14159).limit_denominator(100), F("3.1415926535").limit_denominator(1000), F(1, 3).numerator, F(1, 3).denominator, F(5, 1).is_integer(), F(1, 2).as_integer_ratio(), F.from_float(0.1), F.from_decimal(__import__("decimal").Decimal("0.1"))
F(1).limit_denominator(0)
f"{F(1, 3):.3f} {F(1000, 3):,.2f} {F(1, 3):e} {F(1, 8):.1%} {F(-1, 2):+.0f}"
format(F(1, 2), "d")
sum([F(1, 2), F(1, 3)]), F(1, 2).conjugate(), F(1, 2).real, F(1, 2).imag, __import__("copy").copy(F(1, 2)), F(10**20, 10**19)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
