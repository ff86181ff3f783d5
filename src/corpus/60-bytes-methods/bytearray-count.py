for code in """
bytearray(b"banana").count(b"an")
bytearray(b"banana").count(b"ana")
bytearray(b"aaaa").count(b"aa")
bytearray(b"banana").count(b"")
bytearray(b"").count(b"")
bytearray(b"").count(b"a")
bytearray(b"banana").count(b"a", 2)
bytearray(b"banana").count(b"a", 2, 4)
bytearray(b"banana").count(b"", 2, 4)
bytearray(b"banana").count(b"", 7)
bytearray(b"banana").count(b"a", -3)
bytearray(b"banana").count(b"a", None, None)
bytearray(b"x").count(1)
bytearray(b"x").count(b"x", b"y")
bytearray(b"x").count()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
