for code in """
b"hello World".capitalize()
b"".capitalize()
b"123abc".capitalize()
b"a".capitalize(1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
