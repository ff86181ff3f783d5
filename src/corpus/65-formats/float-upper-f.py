for code in """
[format(v, "F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "10F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "<10F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "^11F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "=+10F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "010F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "+F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, " F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ",F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "_F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#012F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "*^12F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "-F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".0F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".3F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".10F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#.0F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "z.1F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "015.2F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ",.2F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "_.1F") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
format(7, ".2F")
format("a", ".2F")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
