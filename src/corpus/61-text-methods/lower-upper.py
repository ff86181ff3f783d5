for code in """
"HeLLo".lower(), "HeLLo".upper(), "ß".upper(), "ŉ".upper(), "ﬃ".upper()
"İ".lower(), len("İ".lower()), "ΑΣ".lower(), "Σ".lower(), "ΑΣ Α".lower(), "ΑΣ.Α".lower()
"ǅ".upper(), "ǅ".lower(), "ɐ".upper(), "𐐀".lower(), "ﬀ".upper().lower()
"µ".upper(), "ÿ".upper(), "ı".upper(), "ſ".upper(), "K".lower()
"a".upper("x")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
