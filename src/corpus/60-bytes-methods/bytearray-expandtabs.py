for code in r"""
bytearray(b"a\tb").expandtabs()
bytearray(b"a\tb").expandtabs(4)
bytearray(b"\ta\tbc\tdef\tghij\tx").expandtabs(4)
bytearray(b"a\tb").expandtabs(0)
bytearray(b"a\tb").expandtabs(-1)
bytearray(b"a\nbc\td").expandtabs(4)
bytearray(b"a\rbc\td").expandtabs(4)
bytearray(b"a\tb").expandtabs(1)
bytearray(b"a\tb").expandtabs(b"4")
bytearray(b"a\tb").expandtabs(4.0)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
