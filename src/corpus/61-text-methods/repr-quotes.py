for code in r"""
"a'b"
'a"b'
"a'b\"c"
"\\ \n \t \r \x00 \x7f \x80 \xa0 \xad é"
"\u0300 \u2028 \u200b \ufeff \ud800 \U0001f600 \U000e0001"
ascii("é😀\ud800\x7f")
repr("\N{SNOWMAN}"), "\101\x41\u0041", "\08"
str("a'b"), str(b"ab"), str(b"ab", "ascii"), str(object=5)
str(b"\xff", "utf-8")
str("x", "utf-8")
str(5, "utf-8")
str(b"a\xff", errors="replace")
str(b"a", "ascii", "strict", 1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
