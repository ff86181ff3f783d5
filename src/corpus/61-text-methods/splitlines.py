for code in r"""
"a\nb\r\nc\rd".splitlines()
"a\nb\r\nc\rd".splitlines(True)
"a\n".splitlines(), "a\n\n".splitlines(), "".splitlines(), "\n".splitlines()
"a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i".splitlines()
"a\r\n\r\nb".splitlines(keepends=True)
"a\x1fb".splitlines()
"a\nb".splitlines("yes")
"a\nb".splitlines(0)
"a\nb".splitlines(1, 2)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
