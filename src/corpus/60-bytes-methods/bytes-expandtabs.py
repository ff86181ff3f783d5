for code in r"""
b"a\tb".expandtabs()
b"a\tb".expandtabs(4)
b"\ta\tbc\tdef\tghij\tx".expandtabs(4)
b"a\tb".expandtabs(0)
b"a\tb".expandtabs(-1)
b"a\nbc\td".expandtabs(4)
b"a\rbc\td".expandtabs(4)
b"a\tb".expandtabs(1)
b"a\tb".expandtabs(b"4")
b"a\tb".expandtabs(4.0)
b"a\tb".expandtabs("4")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
