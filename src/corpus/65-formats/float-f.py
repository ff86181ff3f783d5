for code in """
[format(v, "f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "10f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "<10f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "^11f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "=+10f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "010f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "+f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, " f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ",f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "_f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#012f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "*^12f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "-f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".0f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".3f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".10f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#.0f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "z.1f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "015.2f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ",.2f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "_.1f") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
format(7, ".2f")
format("a", ".2f")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
