for code in """
bytearray(b"hello World").capitalize()
bytearray(b"").capitalize()
bytearray(b"123abc").capitalize()
bytearray(b"a").capitalize(1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
