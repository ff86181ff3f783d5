for code in """
[f.is_integer() for f in (1.0, 1.5, -0.0, 1e300)]
float("inf").is_integer(), float("nan").is_integer()
(0.5).as_integer_ratio(), (-0.1).as_integer_ratio(), (1e300).as_integer_ratio()[1]
float("inf").as_integer_ratio()
float("nan").as_integer_ratio()
[f.hex() for f in (1.0, -0.1, 0.0, -0.0, 1e-320, float("inf"), float("nan"), 3.5e300)]
(1.5).real, (1.5).imag, (1.5).conjugate()
(2.5).__trunc__(), (2.5).__floor__(), (-2.5).__ceil__(), (2.5).__round__(), (2.675).__round__(2)
(1.5).__getformat__("double")
float.__getformat__("x")
(7.5).__divmod__(2), (7.5).__rmod__(20)
(1.5).__eq__(2), (1.5).__eq__("a"), (1.5).__lt__(2j)
1.5.__int__(), (1.5).__bool__()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
