for code in """
b"ab".ljust(5) + b"|"
b"ab".ljust(5, b".")
b"ab".rjust(5, b".")
b"ab".rjust(1)
b"ab".ljust(5, b"..")
b"ab".rjust(5, 1)
b"ab".ljust(None)
b"ab".ljust()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
