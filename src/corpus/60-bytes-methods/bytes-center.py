for code in """
b"ab".center(5)
b"ab".center(6)
b"abc".center(6)
b"abc".center(7, b"*")
b"abc".center(2, b"*")
b"abc".center(10, b"xy")
b"abc".center(10, b"")
b"abc".center(b"10")
b"abc".center(8.0)
b"abc".center(-5)
b"abc".center(width=10)
b"abc".center("10")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
