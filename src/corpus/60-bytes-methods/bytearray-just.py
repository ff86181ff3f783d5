for code in """
bytearray(b"ab").ljust(5) + b"|"
bytearray(b"ab").ljust(5, b".")
bytearray(b"ab").rjust(5, b".")
bytearray(b"ab").rjust(1)
bytearray(b"ab").ljust(5, b"..")
bytearray(b"ab").rjust(5, 1)
bytearray(b"ab").ljust(None)
bytearray(b"ab").ljust()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
