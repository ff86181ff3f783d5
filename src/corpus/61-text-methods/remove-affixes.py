for code in """
"TestHook".removeprefix("Test")
"BaseTestCase".removeprefix("Test")
"MiscTests".removesuffix("Tests")
"abc".removesuffix("")
"abc".removeprefix("")
"abab".removeprefix("ab"), "abab".removesuffix("ab")
"abc".removeprefix("abcd")
"abc".removesuffix("abc")
"abc".removesuffix(("c",))
"abc".removeprefix(None)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
