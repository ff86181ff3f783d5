for code in """
b"hello".startswith(b"he"), b"hello".startswith((b"x", b"h")), b"hello".startswith(b""), b"".startswith(b"a")
b"hello".startswith(b"l", 2), b"hello".startswith(b"llo", 2, 4), b"hello".startswith(b"", 5), b"hello".startswith(b"", 6)
b"hello".startswith(b"lo", -2), b"hello".startswith(())
b"hello".startswith(1)
b"hello".startswith((b"h", 1))
b"hello".startswith((1, b"h"))
b"hello".startswith([b"h"])
b"hello".startswith()
b"hello".startswith("he"), b"hello".startswith((b"x", b"h")), b"hello".startswith(b""), b"".startswith(b"a")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
