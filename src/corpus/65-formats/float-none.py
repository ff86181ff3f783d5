for code in """
[format(v, "") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "10") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "<10") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "^11") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "=+10") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "010") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "+") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, " ") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ",") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "_") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#012") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "*^12") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "-") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".0") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".3") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ".10") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "#.0") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "z.1") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "015.2") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, ",.2") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
[format(v, "_.1") for v in (0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e22, 123456789.123, float("inf"), float("nan"))]
format(7, ".2")
format("a", ".2q")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
