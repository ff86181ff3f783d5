for text in ("42", "  42\n", "-7", "+7", "1_000", "0012", "٣"):
    print(repr(text), int(text))
for text in ("", " ", "4 2", "4.2", "abc", "1__0", "_1", "0x10", "--1", "1e3"):
    try:
        print(int(text))
    except ValueError as e:
        print(e)
print(int("ff", 16), int("0xFF", 16), int("0b11", 0), int("0o17", 0), int("z", 36), int("-101", 2))
for args in (("12", 2), ("5", 1), ("5", 37), ("g", 16), (5, 2)):
    try:
        print(int(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(int(3.99), int(-3.99), int(True), int(), int(b"12"), int(1e20))
for bad in (None, [], "9" * 5 + "x", float("nan"), float("inf")):
    try:
        print(int(bad))
    except Exception as e:
        print(type(e).__name__, e)
