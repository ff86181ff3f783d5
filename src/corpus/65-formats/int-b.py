for code in """
[format(v, "b") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "10b") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "<10b") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "^11b") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "=+10b") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "010b") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "+b") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, " b") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, ",b") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "_b") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "#b") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "#012b") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "*^12b") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "-b") for v in (0, 7, -42, 1234567, 10**20, True)]
format(5, ".2b")
format(1.5, "b")
format("a", "b")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
