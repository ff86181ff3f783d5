import unicodedata as u

for code in r"""
u.name("é"), u.name("😀"), u.name("\n", "none"), u.lookup("SNOWMAN"), u.lookup("latin small letter e with acute"), u.category("A"), u.category("\u0301"), u.category("\ud800"), u.category("1"), u.bidirectional("א"), u.combining("\u0301"), u.mirrored("("), u.east_asian_width("日")
u.name("\n")
u.lookup("NOPE")
u.name("ab")
u.normalize("NFC", "e\u0301"), len(u.normalize("NFD", "é")), u.normalize("NFKC", "ﬁ①½"), u.normalize("NFKD", "Å"), u.is_normalized("NFC", "e\u0301"), u.normalize("NFC", "가"), len(u.normalize("NFD", "각"))
u.normalize("X", "a")
u.decimal("٣"), u.digit("²"), u.numeric("½"), u.numeric("Ⅷ"), u.decimal("a", None), u.numeric("一")
u.decimal("²")
u.numeric("a")
u.decomposition("é"), u.decomposition("½"), u.decomposition("a"), u.unidata_version, u.ucd_3_2_0.unidata_version, "\N{GREEK SMALL LETTER ALPHA}\N{DIGIT ONE}"
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
