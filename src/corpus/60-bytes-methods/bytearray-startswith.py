for code in """
bytearray(b"hello").startswith(b"he"), b"hello".startswith((b"x", b"h")), b"hello".startswith(b""), b"".startswith(b"a")
bytearray(b"hello").startswith(b"l", 2), b"hello".startswith(b"llo", 2, 4), b"hello".startswith(b"", 5), b"hello".startswith(b"", 6)
bytearray(b"hello").startswith(b"lo", -2), b"hello".startswith(())
bytearray(b"hello").startswith(1)
bytearray(b"hello").startswith((b"h", 1))
bytearray(b"hello").startswith((1, b"h"))
bytearray(b"hello").startswith([b"h"])
bytearray(b"hello").startswith()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
