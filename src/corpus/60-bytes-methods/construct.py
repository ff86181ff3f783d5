for code in r"""
bytes(), bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(b"x"), bytes(bytearray(b"y")), bytes(range(3)), bytes(memoryview(b"z")), bytes(source=b"a"), bytes((1,))
bytes("a")
bytes(-1)
bytes([256])
bytes(["a"])
bytes(1.5)
bytes(None)
bytes(5, "ascii")
bytes("a", "nope")
bytes("é", "ascii", "ignore"), bytes("é", encoding="ascii", errors="replace")
bytearray(), bytearray(2), bytearray(b"ab"), bytearray([1]), bytearray("é", "latin-1")
bytearray("a")
bytearray([300])
bytes.fromhex("01 ff"), bytearray.fromhex("aB"), bytes.fromhex(""), b"\x01\xab".hex(), b"abcd".hex(":"), b"abcde".hex("-", 2), b"abcde".hex("-", -2), bytearray(b"\xff").hex()
bytes.fromhex("0")
bytes.fromhex("zz")
bytes.fromhex(b"00")
b"a".hex("ab")
b"a".hex(1)
b"a\x00\xff\n'\"\\", repr(bytearray(b"'")), str(b"a"), b'"', b"'\"", bytes(b"\t\r")
b"é" if False else b"\xe9"
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
