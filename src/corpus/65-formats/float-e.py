for code in """
[format(v, "e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "10e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "<10e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "^11e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "=+10e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "010e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "+e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, " e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ",e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "_e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#012e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "*^12e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "-e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".0e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".3e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".10e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#.0e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "z.1e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "015.2e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ",.2e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "_.1e") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
format(7, ".2e")
format("a", ".2e")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
