for code in """
"hello World".capitalize()
"ßa".capitalize()
"ǆabc".capitalize()
"".capitalize()
"123abc".capitalize()
"ΑΣ".capitalize()
"ﬁn".capitalize()
"a".capitalize(1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
