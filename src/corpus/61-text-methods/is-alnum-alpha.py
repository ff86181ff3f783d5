for code in r"""
"abc".isalpha(), "abc1".isalpha(), "".isalpha(), "é".isalpha(), "日本".isalpha()
"abc1".isalnum(), "abc 1".isalnum(), "".isalnum(), "½".isalnum(), "²".isalnum(), "Ⅷ".isalnum()
"ª".isalpha(), "ʰ".isalpha(), "\u0301".isalpha(), "_".isalpha(), "_".isalnum()
"😀".isalnum(), "𝐀".isalpha(), "\ud800".isalpha()
"a".isalpha(1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
