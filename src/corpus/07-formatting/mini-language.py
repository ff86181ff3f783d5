for spec in ("", "5", "<5", ">5", "^5", "*^7", "=5", "05", "+", "-", " ", "x", "#x", "#X", "o", "b", "#b", "08b", "#010x", "e", ".1f", "%", "c", "n", "_x", ",", "d", "<+6d", "0>4"):
    try:
        print(f"{spec!r:9}", "[" + format(42, spec) + "]", "[" + format(-7, spec) + "]")
    except Exception as e:
        print(f"{spec!r:9}", type(e).__name__, e)
for spec in ("", "8", "<8", ">8", "^8", ".3", "8.3", "-^8", "s", "~>6s"):
    print(f"{spec!r:9}", "[" + format("hello", spec) + "]")
for n in (0, 12, 123, 1234, 1234567, 10 ** 12):
    print(f"{n:,}|{n:_}|{n:10,}|{n:012,}|{n:_b}")
