for code in """
b"a" == b"a", b"a" == 97, b"a" != b"a", b"a" == None
b"a" < 1
b"a" < None
b"a" + 1
1 + b"a"
b"a" * 3, 3 * b"ab", b"a" * 0, b"a" * -1, b"a" * True
b"a" * b"b"
b"a" * 1.5
b"a" - b"b"
-b"a"
b"a" in b"abc", b"" in b"", b"" in b"a", b"ac" in b"abc", b"a" not in b"b"
1 in b"abc"
b"a" in b"abc"
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
