for code in """
"hello".translate({104: "J", 111: None})
"hello".translate(str.maketrans("el", "ip"))
"hello".translate(str.maketrans("el", "ip", "o"))
str.maketrans({"a": "b", 99: "dd", "e": None})
str.maketrans("ab", "c")
str.maketrans({"ab": "c"})
str.maketrans("a", "b", 1)
str.maketrans(1)
str.maketrans("a", 1)
"abc".translate({97: 0x1f600, 98: "", 99: "xyz"})
"abc".translate({97: -1})
"abc".translate({97: 0x110000})
"abc".translate({97: 1.5})
"abc".translate(["x"] * 99)
"é".translate({233: "e"})
"abc".translate(5)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
