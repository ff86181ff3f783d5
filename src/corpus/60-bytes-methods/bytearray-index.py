for code in """
bytearray(b"banana").index(b"nan")
bytearray(b"banana").index(b"x")
bytearray(b"banana").index(b"a", 2)
bytearray(b"banana").index(b"a", 2, 3)
bytearray(b"banana").index(b"")
bytearray(b"").index(b"")
bytearray(b"").index(b"", 1)
bytearray(b"banana").index(b"n", -2)
bytearray(b"banana").index(b"a")
bytearray(b"banana").index(b"b", 1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
