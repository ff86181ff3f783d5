for code in r"""
bytearray(b"a\nb\r\nc\rd").splitlines()
bytearray(b"a\nb\r\nc\rd").splitlines(True)
bytearray(b"a\n").splitlines(), b"a\n\n".splitlines(), b"".splitlines(), b"\n".splitlines()
bytearray(b"a\r\n\r\nb").splitlines(keepends=True)
bytearray(b"a\x1fb").splitlines()
bytearray(b"a\nb").splitlines(b"yes")
bytearray(b"a\nb").splitlines(0)
bytearray(b"a\nb").splitlines(1, 2)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
