import re

for code in r"""
re.sub("a", "b", "banana"), re.sub("a", "b", "banana", count=1), re.subn("a", "b", "banana"), re.sub("", "-", "abc"), re.sub("x*", "-", "abxd")
re.sub(r"(\w)(\d)", r"\2\1", "a1 b2"), re.sub(r"(?P<n>\d)", r"<\g<n>\g<0>>", "a1"), re.sub("(a)|b", r"[\1]", "ab"), re.sub("a", r"\\\n", "a")
re.sub(r"\d", lambda m: str(int(m[0]) * 2), "a1b5"), re.sub("a", lambda m: m.re.pattern, "a")
re.sub("a", r"\1", "a")
re.sub("a", r"\g<x>", "a")
re.sub("a", r"\g<", "a")
re.sub("a", r"\q", "a")
re.sub("a", 5, "a")
re.sub("a", lambda m: 5, "a")
re.sub(b"a", b"b", b"banana"), re.sub(r"(.)", r"\g<1>0", "ab")
re.sub(b"a", "b", b"a")
re.sub("a", "b", b"a")
re.escape("a.b*c[d] é\n"), re.escape(b"a.b")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
