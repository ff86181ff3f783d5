for code in """
"Hello World".swapcase(), "ß".swapcase(), "ﬁ".swapcase(), "ǅ".swapcase(), "ΑΣ".swapcase()
"hello world".title(), "they're bill's".title(), "x2y a1b".title(), "ﬁn ǆ".title(), "HELLO".title(), "".title()
"a-b_c".title(), "éa ÉA".title(), "ΑΣ ΑΣΑ".title(), "1st".title()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
