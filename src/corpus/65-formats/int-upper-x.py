for code in """
[format(v, "X") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "10X") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "<10X") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "^11X") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "=+10X") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "010X") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "+X") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, " X") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, ",X") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "_X") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "#X") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "#012X") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "*^12X") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "-X") for v in (0, 7, -42, 1234567, 10**20, True)]
format(5, ".2X")
format(1.5, "X")
format("a", "X")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
