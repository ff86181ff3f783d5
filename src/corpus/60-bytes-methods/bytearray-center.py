for code in """
bytearray(b"ab").center(5)
bytearray(b"ab").center(6)
bytearray(b"abc").center(6)
bytearray(b"abc").center(7, b"*")
bytearray(b"abc").center(2, b"*")
bytearray(b"abc").center(10, b"xy")
bytearray(b"abc").center(10, b"")
bytearray(b"abc").center(b"10")
bytearray(b"abc").center(8.0)
bytearray(b"abc").center(-5)
bytearray(b"abc").center(width=10)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
