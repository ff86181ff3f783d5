for code in """
bytearray(b"a b  c").rsplit()
bytearray(b"a b  c").rsplit(None, 1)
bytearray(b" a  b c ").rsplit(None, 1)
bytearray(b"a,b,c").rsplit(b",", 1)
bytearray(b"a,b,c").rsplit(b",", 0)
bytearray(b"a,b,,c,").rsplit(b",", 2)
bytearray(b"aaa").rsplit(b"aa")
bytearray(b"").rsplit(b","), b"".rsplit()
bytearray(b"abc").rsplit(b"")
bytearray(b"a.b.c").rsplit(b".", maxsplit=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
