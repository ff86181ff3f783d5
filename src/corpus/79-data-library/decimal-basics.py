from decimal import Decimal as D

for code in """
D("1.10") + D("2.2"), D("1.1") * 3, D(1) / D(3), D("1e5"), D("-0"), D(0.1), D((1, (1, 2), -1)), D("NaN"), D("inf"), D("1_000.5"), D(" 3 "), D()
D("x")
D([1])
D(1) / 0
D(0) / 0
D("1.5") + 0.5
D(2) ** 10, D(2) ** D("0.5"), D(7) // D(2), D(-7) // D(2), D(-7) % D(2), divmod(D(7), D(2)), -D("1.0"), abs(D(-5)), +D("1.23456789012345678901234567890123")
D("1.0") == D("1.00"), D("1.0") == 1, D("0.1") == 0.1, D(1) < 2.5, hash(D(1)) == hash(1), D("NaN") == D("NaN"), sorted([D(2), 1, D("1.5")]), max(D(1), D("NaN"), key=str)
D(1) < "a"
D("NaN") < 1
str(D("1E+3")), repr(D("1.50")), D("123.456").quantize(D("0.01")), D("2.675").quantize(D("0.01")), D("1e3").normalize(), D("1.500").normalize(), D("1.23").as_tuple(), D("-1.5").as_integer_ratio(), D("1e3").to_integral_value()
round(D("2.5")), round(D("2.675"), 2), int(D("-1.9")), float(D("0.1")), D("1.5").is_finite(), D("0").is_zero(), D("-1").is_signed(), D("123").adjusted(), D("5").sqrt(), D(10).ln(), D(100).log10(), D(1).exp()
D(-1).sqrt()
f"{D('1234.5'):,.2f} {D('0.5'):.0%} {D('1e10'):g} {D('1.5'):>8} {D('3'):05d}" if False else f"{D('1234.5'):,.2f} {D('0.5'):.0%} {D('1.5'):>8}"
D("1.1").compare(D("1.10")), D(3).max(D(4)), D("12").scaleb(2), D("1.2").copy_sign(D(-1)), D(12).logical_and if False else 0, D("1.25").to_eng_string(), D(7).remainder_near(4), D(1).next_plus()
D("1e999999") * 10, D("1e-999999") / 10 if False else 0
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
