from checking import load, call, expect

same = load().same
cases = [
    ("x = 1", "x  =  (1)", True),
    ("print('a b')", "print('ab')", False),
    ("a + b * c", "(a + b) * c", False),
    ("a + (b * c)  # first the product", "a + b*c", True),
    ("'hi'", '"hi"', True),
    ("if x:\n    y()", "if x:\n        y()\n", True),
    ("f(1, 2)", "f(1,\n  2)", True),
    ("10", "0xa", True),
    ("10", "10.0", False),
    ("-2**2", "(-2)**2", False),
]
for a, b, wanted in cases:
    got = call(same, a, b)
    expect(got is wanted, f"same({a!r}, {b!r})", repr(wanted), repr(got))
