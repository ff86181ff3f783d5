for code in """
bytearray(b"a=b=c").partition(b"=")
bytearray(b"a=b=c").rpartition(b"=")
bytearray(b"abc").partition(b"=")
bytearray(b"abc").rpartition(b"=")
bytearray(b"a==b").partition(b"==")
bytearray(b"=a").partition(b"="), b"a=".rpartition(b"=")
bytearray(b"").partition(b"x"), b"".rpartition(b"x")
bytearray(b"abc").partition(b"")
bytearray(b"abc").rpartition(b"")
bytearray(b"abc").partition(1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
