for code in """
[format(v, "n") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "10n") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "<10n") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "^11n") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "=+10n") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "010n") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "+n") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, " n") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, ",n") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "_n") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "#n") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "#012n") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "*^12n") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "-n") for v in (0, 7, -42, 1234567, 10**20, True)]
format(5, ".2n")
format(1.5, "n")
format("a", "n")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
