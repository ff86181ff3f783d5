for code in """
"banana".rfind("an"), "banana".rfind("an", 0, 4), "banana".rfind("x"), "banana".rfind("")
"banana".rfind("", 0, 3), "banana".rfind("", 7), "banana".rfind("a", -2), "banana".rfind("b", 1)
"banana".rindex("na"), "banana".rindex("")
"banana".rindex("x")
"banana".rindex("na", 0, 3)
"a😀b😀".rfind("😀"), "a😀b😀c".rindex("c")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
