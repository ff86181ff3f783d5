import re

for code in r"""
re.match(r"(\w+) (\w+)", "hello world!").groups(), re.match("b", "ab"), re.search("b", "ab").span(), re.fullmatch("a+", "aab")
re.match(r"(?P<a>\d)(?P<b>\d)?", "1").groupdict(), re.match(r"(?P<a>\d)(?P<b>\d)?", "1").groupdict("x"), re.match("(a)|(b)", "b").groups("-")
(lambda m: (m.group(), m.group(1), m.group(1, 2), m["x"], m[0], m.start(1), m.end("x"), m.span(2), m.lastindex, m.lastgroup, m.pos, m.endpos, m.string, m.re.pattern))(re.match(r"(?P<x>a)(b)", "abc"))
re.match("a", "a").group(1)
re.match("a", "a").group("n")
re.match("a", "b").group()
repr(re.match("a+", "aab")), repr(re.compile("a", re.I | re.M)), re.compile("a").flags, re.compile(b"a").flags
re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)(\d)", "a1b2"), re.findall("(a)|b", "ab"), re.findall("", "ab"), [m.span() for m in re.finditer("a*", "baac")]
re.search(r"^b", "a\nb", re.M).start(), re.search("A", "a", re.I).group(), re.search("a.b", "a\nb", re.S).group(), re.search("a b", "ab", re.X).group(), re.match(r"\w+", "é", re.A)
re.compile("x").match("ax", 1).span(), re.compile("^x").match("ax", 1), re.compile("x$").search("axb", 0, 2).span()
bool(re.match("", "")), re.match("(?i:A)b", "ab").group(), re.match("(?i:A)b", "aB")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
