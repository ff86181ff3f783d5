for code in """
bytearray(b"TestHook").removeprefix(b"Test")
bytearray(b"BaseTestCase").removeprefix(b"Test")
bytearray(b"MiscTests").removesuffix(b"Tests")
bytearray(b"abc").removesuffix(b"")
bytearray(b"abc").removeprefix(b"")
bytearray(b"abab").removeprefix(b"ab"), b"abab".removesuffix(b"ab")
bytearray(b"abc").removeprefix(b"abcd")
bytearray(b"abc").removesuffix(b"abc")
bytearray(b"abc").removesuffix((b"c",))
bytearray(b"abc").removeprefix(None)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
