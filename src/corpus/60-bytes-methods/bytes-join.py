for code in """
b",".join([b"a", b"b", b"c"])
b"".join([])
b",".join([b"a"])
b",".join(b"abc")
b",".join(x for x in b"xyz")
b",".join({b"k": 1, b"j": 2})
b",".join([b"a", 1])
b",".join([None])
b",".join(5)
b",".join([b"a", b"b"])
b",".join([b"a", b"b"], [b"c"])
b",".join(range(0))
b",".join("abc")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
