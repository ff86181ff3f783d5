for code in """
b"TestHook".removeprefix(b"Test")
b"BaseTestCase".removeprefix(b"Test")
b"MiscTests".removesuffix(b"Tests")
b"abc".removesuffix(b"")
b"abc".removeprefix(b"")
b"abab".removeprefix(b"ab"), b"abab".removesuffix(b"ab")
b"abc".removeprefix(b"abcd")
b"abc".removesuffix(b"abc")
b"abc".removesuffix((b"c",))
b"abc".removeprefix(None)
b"TestHook".removeprefix("Test")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
