for code in """
"banana".find("an")
"banana".find("an", 2)
"banana".find("an", 2, 4)
"banana".find("x")
"banana".find("")
"banana".find("", 6)
"banana".find("", 7)
"banana".find("a", -1)
"banana".find("b", -100)
"banana".find("a", None, -1)
"a😀b".find("b")
"banana".find("nana", 2, 6)
"banana".find(1)
"banana".find()
"banana".find("a", 1, 2, 3)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
