for code in """
bytearray(b",").join([b"a", b"b", b"c"])
bytearray(b"").join([])
bytearray(b",").join([b"a"])
bytearray(b",").join(b"abc")
bytearray(b",").join(x for x in b"xyz")
bytearray(b",").join({b"k": 1, b"j": 2})
bytearray(b",").join([b"a", 1])
bytearray(b",").join([None])
bytearray(b",").join(5)
bytearray(b",").join([b"a", b"b"])
bytearray(b",").join([b"a", b"b"], [b"c"])
bytearray(b",").join(range(0))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
