for code in """
"abc".islower(), "aBc".islower(), "a1".islower(), "1".islower(), "".islower(), "ª".islower(), "ǅ".islower()
"ABC".isupper(), "ABc".isupper(), "A1".isupper(), "1".isupper(), "Ⓐ".isupper(), "ǅ".isupper()
"Abc Def".istitle(), "Abc def".istitle(), "A".istitle(), "A1b".istitle(), "A1B".istitle(), "".istitle(), "ǅab".istitle()
"It's".istitle(), "It'S".istitle(), "HELLO".istitle()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
