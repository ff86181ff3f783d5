for code in """
bytearray(b"banana").replace(b"a", b"o")
bytearray(b"banana").replace(b"a", b"o", 2)
bytearray(b"banana").replace(b"a", b"", -1)
bytearray(b"banana").replace(b"a", b"o", 0)
bytearray(b"banana").replace(b"", b"-")
bytearray(b"banana").replace(b"", b"-", 3)
bytearray(b"").replace(b"", b"x"), b"".replace(b"a", b"x"), b"".replace(b"", b"x", 0)
bytearray(b"aaa").replace(b"aa", b"b")
bytearray(b"abc").replace(b"b", b"bb")
bytearray(b"abc").replace(b"abc", b"")
bytearray(b"abc").replace(b"x", b"y")
bytearray(b"abc").replace(b"a", 1)
bytearray(b"abc").replace(1, b"a")
bytearray(b"abc").replace(b"a")
bytearray(b"abc").replace(b"a", b"b", b"c")
bytearray(b"abc").replace(b"a", b"b", count=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
