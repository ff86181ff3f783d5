for code in """
b"a b  c".split()
b" a b ".split()
b"a,b,,c".split(b",")
b",".split(b",")
b"".split(), b"".split(b",")
b"a b c d".split(None, 2)
b"a b c  d ".split(None, 2)
b"a,b,c".split(b",", 1)
b"a,b,c".split(b",", 0)
b"a,b,c".split(b",", -1)
b"  a b".split(None, 0)
b"a<>b<>c".split(b"<>")
b"a<>b".split(sep=b"<>", maxsplit=5)
b"a b".split(b"")
b"a b".split(1)
b"a b".split(None, None)
b"aaa".split(b"aa")
b"a,b,,c".split(",")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
