for code in """
[n.bit_length() for n in (0, 1, -1, 255, 256, -256, 2**100)]
[n.bit_count() for n in (0, 1, -1, 255, -7, 2**100 - 1)]
int.bit_length(True)
int.bit_count(1.5)
(5).as_integer_ratio(), (-3).as_integer_ratio(), True.as_integer_ratio()
(5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator
type(True.real), type(True.conjugate()), True.numerator
(5).is_integer()
(5).real.__class__
int.from_bytes(b"", "big")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
