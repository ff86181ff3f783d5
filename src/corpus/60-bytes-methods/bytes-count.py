for code in """
b"banana".count(b"an")
b"banana".count(b"ana")
b"aaaa".count(b"aa")
b"banana".count(b"")
b"".count(b"")
b"".count(b"a")
b"banana".count(b"a", 2)
b"banana".count(b"a", 2, 4)
b"banana".count(b"", 2, 4)
b"banana".count(b"", 7)
b"banana".count(b"a", -3)
b"banana".count(b"a", None, None)
b"x".count(1)
b"x".count(b"x", b"y")
b"x".count()
b"banana".count("an")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
