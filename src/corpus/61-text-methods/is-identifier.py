for code in r"""
"abc".isidentifier(), "_a1".isidentifier(), "1a".isidentifier(), "".isidentifier(), "a b".isidentifier()
"é".isidentifier(), "日".isidentifier(), "a·".isidentifier(), "·a".isidentifier(), "℘".isidentifier()
"class".isidentifier(), "None".isidentifier(), "ª".isidentifier(), "a-b".isidentifier(), "😀".isidentifier()
"𝒳".isidentifier(), "a\u0301".isidentifier(), "\u0301a".isidentifier()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
