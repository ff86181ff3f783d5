for code in """
"Straße".casefold()
"ΑΣΑΣ".casefold()
"İ".casefold()
"ﬀ".casefold()
"ŉ".casefold()
"Straße".casefold() == "STRASSE".casefold()
"ᏸ".casefold()
"x".casefold("y")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
