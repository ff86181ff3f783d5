for code in r"""
"abc".isascii(), "".isascii(), "é".isascii(), "\x7f".isascii(), "\x80".isascii()
"abc".isprintable(), "".isprintable(), "a\n".isprintable(), "\t".isprintable(), " ".isprintable()
"\xa0".isprintable(), "\xad".isprintable(), "é".isprintable(), "\u2028".isprintable(), "\ud800".isprintable()
"😀".isprintable(), "\u3000".isprintable(), "\U000e0001".isprintable(), "\ufeff".isprintable()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
