for code in r"""
bytearray(b"  a b  ").strip(), b"  a ".lstrip(), b"  a ".rstrip()
bytearray(b"xxaxyx").strip(b"xy"), b"xxaxyx".lstrip(b"x"), b"xxaxyx".rstrip(b"yx")
bytearray(b"abc").strip(b""), b"".strip(), b"aaa".strip(b"a"), b"\t\n a".strip()
bytearray(b"abc").strip(1)
bytearray(b"abc").strip(b"a")
bytearray(b"abc").strip(b"a", b"b")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
