for code in r"""
" ".isspace(), "".isspace(), " a".isspace(), "\t\n\r\x0b\x0c".isspace(), "\x1c\x1d\x1e\x1f".isspace()
"\x85".isspace(), "\xa0".isspace(), "\u2003".isspace(), "\u200b".isspace(), "\u3000".isspace(), "\ufeff".isspace()
"a\x1cb\x85c\u2003d\u200be".split()
"\u2003x\u3000".strip()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
