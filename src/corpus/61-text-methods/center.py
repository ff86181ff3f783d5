for code in """
"ab".center(5)
"ab".center(6)
"abc".center(6)
"abc".center(7, "*")
"abc".center(2, "*")
"".center(3, "é")
"abc".center(10, "xy")
"abc".center(10, "")
"abc".center("10")
"abc".center(8.0)
"abc".center(-5)
"a".center(4, "😀")
"abc".center(width=10)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
