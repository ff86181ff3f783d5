for code in """
"a=b=c".partition("=")
"a=b=c".rpartition("=")
"abc".partition("=")
"abc".rpartition("=")
"a==b".partition("==")
"=a".partition("="), "a=".rpartition("=")
"".partition("x"), "".rpartition("x")
"abc".partition("")
"abc".rpartition("")
"abc".partition(1)
"a😀b😀c".rpartition("😀")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
