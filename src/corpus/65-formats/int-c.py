for code in """
[format(v, "c") for v in (65, 0x1f600, -1, 0x110000, True)]
[format(v, "10c") for v in (65, 0x1f600, -1, 0x110000, True)]
[format(v, "<10c") for v in (65, 0x1f600, -1, 0x110000, True)]
[format(v, "^11c") for v in (65, 0x1f600, -1, 0x110000, True)]
[format(v, "=+10c") for v in (65, 0x1f600, -1, 0x110000, True)]
[format(v, "010c") for v in (65, 0x1f600, -1, 0x110000, True)]
[format(v, "+c") for v in (65, 0x1f600, -1, 0x110000, True)]
[format(v, " c") for v in (65, 0x1f600, -1, 0x110000, True)]
[format(v, ",c") for v in (65, 0x1f600, -1, 0x110000, True)]
[format(v, "_c") for v in (65, 0x1f600, -1, 0x110000, True)]
[format(v, "#c") for v in (65, 0x1f600, -1, 0x110000, True)]
[format(v, "#012c") for v in (65, 0x1f600, -1, 0x110000, True)]
[format(v, "*^12c") for v in (65, 0x1f600, -1, 0x110000, True)]
[format(v, "-c") for v in (65, 0x1f600, -1, 0x110000, True)]
format(5, ".2c")
format(1.5, "c")
format("a", "c")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
