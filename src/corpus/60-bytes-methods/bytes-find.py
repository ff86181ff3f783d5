for code in """
b"banana".find(b"an")
b"banana".find(b"an", 2)
b"banana".find(b"an", 2, 4)
b"banana".find(b"x")
b"banana".find(b"")
b"banana".find(b"", 6)
b"banana".find(b"", 7)
b"banana".find(b"a", -1)
b"banana".find(b"b", -100)
b"banana".find(b"a", None, -1)
b"banana".find(b"nana", 2, 6)
b"banana".find(1)
b"banana".find()
b"banana".find(b"a", 1, 2, 3)
b"banana".find("an")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
