for code in r"""
b"  a b  ".strip(), b"  a ".lstrip(), b"  a ".rstrip()
b"xxaxyx".strip(b"xy"), b"xxaxyx".lstrip(b"x"), b"xxaxyx".rstrip(b"yx")
b"abc".strip(b""), b"".strip(), b"aaa".strip(b"a"), b"\t\n a".strip()
b"abc".strip(1)
b"abc".strip(b"a")
b"abc".strip(b"a", b"b")
b"xxaxyx".strip("xy"), b"xxaxyx".lstrip(b"x"), b"xxaxyx".rstrip(b"yx")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
