for code in """
[format(v, "x") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "10x") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "<10x") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "^11x") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "=+10x") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "010x") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "+x") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, " x") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, ",x") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "_x") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "#x") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "#012x") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "*^12x") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "-x") for v in (0, 7, -42, 1234567, 10**20, True)]
format(5, ".2x")
format(1.5, "x")
format("a", "x")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
