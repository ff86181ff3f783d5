for code in """
"banana".replace("a", "o")
"banana".replace("a", "o", 2)
"banana".replace("a", "", -1)
"banana".replace("a", "o", 0)
"banana".replace("", "-")
"banana".replace("", "-", 3)
"".replace("", "x"), "".replace("a", "x"), "".replace("", "x", 0)
"aaa".replace("aa", "b")
"aé".replace("é", "😀")
"abc".replace("b", "bb")
"abc".replace("abc", "")
"abc".replace("x", "y")
"abc".replace("a", 1)
"abc".replace(1, "a")
"abc".replace("a")
"abc".replace("a", "b", "c")
"abc".replace("a", "b", count=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
