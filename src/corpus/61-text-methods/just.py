for code in """
"ab".ljust(5) + "|"
"ab".ljust(5, ".")
"ab".rjust(5, ".")
"ab".rjust(1)
"ab".ljust(2, "é")
"ab".rjust(4, "😀")
"ab".ljust(5, "..")
"ab".rjust(5, 1)
"ab".ljust(None)
"ab".ljust()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
