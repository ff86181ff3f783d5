for code in """
bytearray(b"hello.py").endswith(b".py")
bytearray(b"hello.py").endswith((b".c", b".py"))
bytearray(b"hello.py").endswith(())
bytearray(b"hello").endswith(b"")
bytearray(b"").endswith(b"")
bytearray(b"hello").endswith(b"lo", 3)
bytearray(b"hello").endswith(b"lo", 4)
bytearray(b"hello").endswith(b"hel", 0, 3)
bytearray(b"hello").endswith(b"", 9)
bytearray(b"hello").endswith(b"", 5)
bytearray(b"hello").endswith(b"ell", -4, -1)
bytearray(b"hello").endswith([b"lo"])
bytearray(b"hello").endswith((b"lo", 1))
bytearray(b"hello").endswith((b"x", 1))
bytearray(b"hello").endswith(b"lo")
bytearray(b"hello").endswith(b"lo", b"a")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
