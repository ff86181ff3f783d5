import re

for code in r"""
re.findall(r"(?<!a)b", "ab cb"), re.findall(r"a(?=b)", "ab ac"), re.findall(r"a(?!b)", "ab ac"), re.findall(r"(?<=a)b", "ab cb")
re.match(r"(a)?(?(1)b|c)", "ab").group(), re.match(r"(a)?(?(1)b|c)", "c").group(), re.match(r"(\w)\1", "aab").group()
re.match("a*?b", "aab").group(), re.match("a+?", "aaa").group(), re.match("(?:ab)+", "ababa").group(), re.match("a{2}", "aaa").group(), re.match("a{1,2}?", "aaa").group()
re.match("a*+a", "aaa"), re.match("(?>a*)a", "aaa"), re.match("a?+b", "ab").group(), re.match("(?>a|ab)c", "abc")
re.findall(r"[^a-c\d]", "a1zé-"), re.findall(r"[]-]", "a]-"), re.findall(r"[\w.-]+", "a.b-c d"), re.findall("[a\\]]", "a]b")
re.findall(r"\bfoo\b", "foo food foo"), re.findall(r"\Bo", "foo o"), re.findall(r"\Aa", "aa"), re.findall(r"a\Z", "a\na"), re.findall("a$", "a\na\n")
re.findall(r"\w+", "héllo wörld _1 日本"), re.findall(r"\d", "1٣"), re.findall(r"\s", "a\u2003b\n"), re.findall(r"(?a)\w", "aé")
re.match(r"(?x) a  # comment" + "\n b", "ab").group(), re.match("(?s).+", "a\nb").group(), re.match("(?m)^a$", "a\nb").group(), re.match("(?-i:a)", "A", re.I)
re.findall("é", "É é", re.I), re.findall("ß", "SS ẞ", re.I), re.findall("[k]", "K", re.I), re.findall("ſ", "s S", re.I)
re.match(r"\x41\u0042\103\n\t\\", "ABC\n\t\\").group(), re.match(r"\N{BULLET}", "•").group()
re.match(r"((a)|b)*", "ab").groups(), re.match(r"(a|ab)(c|bcd)(d*)", "abcd").groups(), re.match(r"(?:(a)|b)*", "ab").groups()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
