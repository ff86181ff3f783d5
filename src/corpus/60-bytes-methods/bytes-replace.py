for code in """
b"banana".replace(b"a", b"o")
b"banana".replace(b"a", b"o", 2)
b"banana".replace(b"a", b"", -1)
b"banana".replace(b"a", b"o", 0)
b"banana".replace(b"", b"-")
b"banana".replace(b"", b"-", 3)
b"".replace(b"", b"x"), b"".replace(b"a", b"x"), b"".replace(b"", b"x", 0)
b"aaa".replace(b"aa", b"b")
b"abc".replace(b"b", b"bb")
b"abc".replace(b"abc", b"")
b"abc".replace(b"x", b"y")
b"abc".replace(b"a", 1)
b"abc".replace(1, b"a")
b"abc".replace(b"a")
b"abc".replace(b"a", b"b", b"c")
b"abc".replace(b"a", b"b", count=1)
b"banana".replace("a", b"o")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
