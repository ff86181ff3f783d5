for code in """
b"a=b=c".partition(b"=")
b"a=b=c".rpartition(b"=")
b"abc".partition(b"=")
b"abc".rpartition(b"=")
b"a==b".partition(b"==")
b"=a".partition(b"="), b"a=".rpartition(b"=")
b"".partition(b"x"), b"".rpartition(b"x")
b"abc".partition(b"")
b"abc".rpartition(b"")
b"abc".partition(1)
b"a=b=c".partition("=")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
