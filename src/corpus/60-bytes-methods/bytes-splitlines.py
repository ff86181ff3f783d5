for code in r"""
b"a\nb\r\nc\rd".splitlines()
b"a\nb\r\nc\rd".splitlines(True)
b"a\n".splitlines(), b"a\n\n".splitlines(), b"".splitlines(), b"\n".splitlines()
b"a\r\n\r\nb".splitlines(keepends=True)
b"a\x1fb".splitlines()
b"a\nb".splitlines(b"yes")
b"a\nb".splitlines(0)
b"a\nb".splitlines(1, 2)
b"a\nb".splitlines("yes")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
