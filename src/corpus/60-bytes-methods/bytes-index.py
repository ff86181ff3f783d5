for code in """
b"banana".index(b"nan")
b"banana".index(b"x")
b"banana".index(b"a", 2)
b"banana".index(b"a", 2, 3)
b"banana".index(b"")
b"".index(b"")
b"".index(b"", 1)
b"banana".index(b"n", -2)
b"banana".index(b"a")
b"banana".index(b"b", 1)
b"banana".index("nan")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
