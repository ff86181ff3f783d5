for code in r"""
"  a b  ".strip(), "  a ".lstrip(), "  a ".rstrip()
"xxaxyx".strip("xy"), "xxaxyx".lstrip("x"), "xxaxyx".rstrip("yx")
"abc".strip(""), "".strip(), "aaa".strip("a"), "\t\n a".strip()
"éaé".strip("é"), "😀a😀".strip("😀"), "a".strip(None)
"abc".strip(1)
"abc".strip(b"a")
"abc".strip("a", "b")
"\ufeffa".strip(), "\u200ba".strip(), "\x1fa\x1c".strip()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
