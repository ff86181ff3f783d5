print((255).bit_length(), (0).bit_length(), (-8).bit_length(), (2 ** 100).bit_length())
print((255).bit_count(), (-7).bit_count())
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True))
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xff\xff", "big", signed=True))
print((5).numerator, (5).denominator, (5).real, (5).imag, (5).conjugate(), (5).is_integer())
print((7).as_integer_ratio(), (-3).__abs__(), (3).__add__(4), (3).__add__("x"))
for f in (lambda: (300).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (1).to_bytes(2, "middle")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
