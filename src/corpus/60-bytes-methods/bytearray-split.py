for code in """
bytearray(b"a b  c").split()
bytearray(b" a b ").split()
bytearray(b"a,b,,c").split(b",")
bytearray(b",").split(b",")
bytearray(b"").split(), b"".split(b",")
bytearray(b"a b c d").split(None, 2)
bytearray(b"a b c  d ").split(None, 2)
bytearray(b"a,b,c").split(b",", 1)
bytearray(b"a,b,c").split(b",", 0)
bytearray(b"a,b,c").split(b",", -1)
bytearray(b"  a b").split(None, 0)
bytearray(b"a<>b<>c").split(b"<>")
bytearray(b"a<>b").split(sep=b"<>", maxsplit=5)
bytearray(b"a b").split(b"")
bytearray(b"a b").split(1)
bytearray(b"a b").split(None, None)
bytearray(b"aaa").split(b"aa")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
