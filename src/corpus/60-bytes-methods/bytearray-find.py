for code in """
bytearray(b"banana").find(b"an")
bytearray(b"banana").find(b"an", 2)
bytearray(b"banana").find(b"an", 2, 4)
bytearray(b"banana").find(b"x")
bytearray(b"banana").find(b"")
bytearray(b"banana").find(b"", 6)
bytearray(b"banana").find(b"", 7)
bytearray(b"banana").find(b"a", -1)
bytearray(b"banana").find(b"b", -100)
bytearray(b"banana").find(b"a", None, -1)
bytearray(b"banana").find(b"nana", 2, 6)
bytearray(b"banana").find(1)
bytearray(b"banana").find()
bytearray(b"banana").find(b"a", 1, 2, 3)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
