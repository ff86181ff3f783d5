for code in """
b"a b  c".rsplit()
b"a b  c".rsplit(None, 1)
b" a  b c ".rsplit(None, 1)
b"a,b,c".rsplit(b",", 1)
b"a,b,c".rsplit(b",", 0)
b"a,b,,c,".rsplit(b",", 2)
b"aaa".rsplit(b"aa")
b"".rsplit(b","), b"".rsplit()
b"abc".rsplit(b"")
b"a.b.c".rsplit(b".", maxsplit=1)
b"a,b,c".rsplit(",", 1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
