for code in """
[format(v, "o") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "10o") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "<10o") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "^11o") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "=+10o") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "010o") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "+o") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, " o") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, ",o") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "_o") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "#o") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "#012o") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "*^12o") for v in (0, 7, -42, 1234567, 10**20, True)]
[format(v, "-o") for v in (0, 7, -42, 1234567, 10**20, True)]
format(5, ".2o")
format(1.5, "o")
format("a", "o")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
