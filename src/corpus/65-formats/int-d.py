for code in """
[format(v, "d") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "10d") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "<10d") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "^11d") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "=+10d") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "010d") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "+d") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, " d") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, ",d") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "_d") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "#d") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "#012d") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "*^12d") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "-d") for v in (0, 7, -42, 1234567, 10**20, True)]
format(5, ".2d")
format(1.5, "d")
format("a", "d")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
