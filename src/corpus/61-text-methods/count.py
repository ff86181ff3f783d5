for code in """
"banana".count("an")
"banana".count("ana")
"aaaa".count("aa")
"banana".count("")
"".count("")
"".count("a")
"banana".count("a", 2)
"banana".count("a", 2, 4)
"banana".count("", 2, 4)
"banana".count("", 7)
"banana".count("a", -3)
"banana".count("a", None, None)
"a😀b😀".count("😀")
"x".count(1)
"x".count("x", "y")
"x".count()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
