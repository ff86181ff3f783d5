for code in r"""
[float(s) for s in ("1", "1.", ".5", "1e5", "1E-5", " 1.5 ", "1_0.0_1", "-0", "+1e+5", "inf", "-Infinity", "nan", "1e400", "1e-400")]
float("")
float(".")
float("e5")
float("1e")
float("1__0")
float("_1")
float("1_")
float("1._5")
float("0x1")
float("1 2")
float("infin")
float(b"1.5"), float(bytearray(b"2")), float(True), float(10**20)
float(10**400)
float(1j)
float(None)
float([])
float("1\x00")
float("é")
float(x=1)
float("٣.٥"), float("1" * 400 + "e-399")
0.1 + 0.2, 1e16 + 1, 5e-324 / 2, 1.7976931348623157e308 * 10, 2.0**-1074, 123456789012345678.0, 1e22, 1e23
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
