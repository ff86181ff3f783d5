for code in """
"a b  c".rsplit()
"a b  c".rsplit(None, 1)
" a  b c ".rsplit(None, 1)
"a,b,c".rsplit(",", 1)
"a,b,c".rsplit(",", 0)
"a,b,,c,".rsplit(",", 2)
"aaa".rsplit("aa")
"".rsplit(","), "".rsplit()
"abc".rsplit("")
"a.b.c".rsplit(".", maxsplit=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
