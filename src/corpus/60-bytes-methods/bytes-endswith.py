for code in """
b"hello.py".endswith(b".py")
b"hello.py".endswith((b".c", b".py"))
b"hello.py".endswith(())
b"hello".endswith(b"")
b"".endswith(b"")
b"hello".endswith(b"lo", 3)
b"hello".endswith(b"lo", 4)
b"hello".endswith(b"hel", 0, 3)
b"hello".endswith(b"", 9)
b"hello".endswith(b"", 5)
b"hello".endswith(b"ell", -4, -1)
b"hello".endswith([b"lo"])
b"hello".endswith((b"lo", 1))
b"hello".endswith((b"x", 1))
b"hello".endswith(b"lo")
b"hello".endswith(b"lo", b"a")
b"hello.py".endswith(".py")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
