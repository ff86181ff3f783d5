print((2.0).is_integer(), (2.5).is_integer(), (0.75).as_integer_ratio(), (0.1).as_integer_ratio())
print((1.5).hex(), (-0.1).hex(), float.fromhex("0x1.8p+0"), float.fromhex("-0x1p-3"))
print((2.7).__trunc__(), (2.7).__floor__(), (2.2).__ceil__(), int(-2.7))
print(abs(-2.5), divmod(-7.5, 2), -7.5 // 2, -7.5 % 2, 7.5 % -2, 5.0 % 3)
print((-8) ** (1 / 3))
for f in (lambda: float("nan").as_integer_ratio(), lambda: float("inf").as_integer_ratio()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
