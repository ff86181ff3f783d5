for code in """
[format(v, "E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "10E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "<10E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "^11E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "=+10E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "010E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "+E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, " E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ",E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "_E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#012E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "*^12E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "-E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".0E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".3E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".10E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#.0E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "z.1E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "015.2E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ",.2E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "_.1E") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
format(7, ".2E")
format("a", ".2E")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
