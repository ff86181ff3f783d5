for code in r"""
"a\tb".expandtabs()
"a\tb".expandtabs(4)
"\ta\tbc\tdef\tghij\tx".expandtabs(4)
"a\tb".expandtabs(0)
"a\tb".expandtabs(-1)
"a\nbc\td".expandtabs(4)
"a\rbc\td".expandtabs(4)
"é\tb".expandtabs(tabsize=3)
"a\tb".expandtabs(1)
"a\tb".expandtabs("4")
"a\tb".expandtabs(4.0)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
