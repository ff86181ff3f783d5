for code in """
b"banana".rfind(b"an"), b"banana".rfind(b"an", 0, 4), b"banana".rfind(b"x"), b"banana".rfind(b"")
b"banana".rfind(b"", 0, 3), b"banana".rfind(b"", 7), b"banana".rfind(b"a", -2), b"banana".rfind(b"b", 1)
b"banana".rindex(b"na"), b"banana".rindex(b"")
b"banana".rindex(b"x")
b"banana".rindex(b"na", 0, 3)
b"banana".rfind("an"), b"banana".rfind(b"an", 0, 4), b"banana".rfind(b"x"), b"banana".rfind(b"")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
