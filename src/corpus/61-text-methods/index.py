for code in """
"banana".index("nan")
"banana".index("x")
"banana".index("a", 2)
"banana".index("a", 2, 3)
"banana".index("")
"".index("")
"".index("", 1)
"banana".index("n", -2)
"banana".index(b"a")
"banana".index("b", 1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
