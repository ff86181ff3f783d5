for code in """
[format(v, "") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, ".2f") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, "e") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, "+.1f") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, "20") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, "<20.1f") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, "^24") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, "_f") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, ",.1f") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, "g") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, "#g") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, ".3") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, "010") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, "=10") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, "d") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, "x") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, "%") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
[format(v, "n") for v in (1+2j, -0.5j, 1234.5-1e10j, complex("inf"), complex("nan-infj"))]
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
