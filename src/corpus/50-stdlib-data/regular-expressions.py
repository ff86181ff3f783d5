# re: matches, templates, errors with their places, the scanner, compiled code.
import re, pickle, copy
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, *( [e.pos, e.lineno, e.colno, e.pattern] if isinstance(e, re.error) else []))
m = re.search(r"(?P<year>\d{4})-(?P<mon>\d\d)(-(\d\d))?", "on 2024-05 ok")
print(m, m.group(), m.groups(), m.groups("?"), m.groupdict(), m.span("mon"), m.start(3), m.regs, m.lastindex, m.lastgroup, m.expand(r"\g<mon>/\1"), m["year"], m.string, m.pos, m.endpos, m.re, copy.copy(m) is m)
print(re.sub(r"(\w)(\w)", r"\2\1", "abcdef"), re.sub("a", lambda m: m.group().upper(), "banana", count=2), re.subn("x*", "-", "abxd"), re.split(r"(,)|;", "a,b;c"), re.split("", "abc"), re.findall(r"(a)(b)?", "abac"), [m.span() for m in re.finditer("a*", "baac")], re.escape("a.b*c-é\n"), re.fullmatch("a|ab", "ab"), re.match("(?i)STRASSE", "straße"), re.match("ſ", "S", re.I), re.purge())
for bad in ["(", "a)", "[a", "*a", "a**", "(?P<1>a)", "(?P<a>b)(?P<a>c)", "\\", "(?<=a*)b", "(?z)", "a{2,1}", "[z-a]", "\\1", "(?P=x)", "(?(1)a)", "[[:alpha:]]", "(?i", "x(?i)", "\\p", "(?#", "a\n(", "(?P<é>a)", "\\x1", "\\N{NOPE}", "(?-i)", "a{99999999999}", "(?P>x)", "(?<x>a)", "(?a-u:x)", "\\400", "[\\w-a]"]:
    attempt(lambda: re.compile(bad))
p = re.compile(r"a+(?P<n>b)?", re.I | re.M); print(p, p.pattern, p.flags, p.groups, p.groupindex, p == re.compile(r"a+(?P<n>b)?", re.I | re.M), hash(p) == hash(re.compile(r"a+(?P<n>b)?", re.I | re.M)), pickle.loads(pickle.dumps(p)) is p, copy.deepcopy(p) is p, repr(re.compile(b"x" * 300)), re.compile("x", re.DEBUG | re.A))
re.compile(r"(?P<q>a|b{2,3}?)[^c-e\d]{1,4}(?=x)(?<!y)\b(?:z){0,2}?(?>w)(?(q)1|2)", re.DEBUG)
s = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\w+", lambda s, t: t), (r"\s+", None)]); print(s.scan("a 12 b3 !"))
print(re.RegexFlag(10), re.I | re.X, ~re.I, re.NOFLAG, re.compile("a b # c", re.X).findall("abab"), re.findall(r"^\w", "a\nb", re.M), re.findall(".", "a\nb", re.S), re.findall(r"\w", "aé", re.A))
for f in [lambda: re.sub("a", r"\9", "a"), lambda: re.sub("a", r"\g<x>", "a"), lambda: re.sub("a", "\\", "a"), lambda: re.sub("a", r"\q", "a"), lambda: re.sub("a", r"\g<", "a"), lambda: re.sub("(a)", r"\g<01>", "a"), lambda: m.group(9), lambda: m["z"], lambda: re.match("a", b"a"), lambda: re.compile(5), lambda: re.compile(p, re.I), lambda: re.match("a", 5), lambda: re.sub("(a)|b", r"[\1]", "ab"), lambda: re.sub("a", "b", "aaa", 1, 0, 5)]: attempt(f)
print(re.sub(r"(?P<a>x)", r"\g<a>\g<1>\n\x41" if 0 else r"\g<a>\g<1>\n", "x"), re.match(r"(?:a|(b))+", "ab").group(1), re.match(r"(a)?(?(1)b|c)", "c"), re.match(r"(?>a+)b", "aab"), re.match("a++b", "aab"), re.match(r"(?s:.)(?-s:.)", "\na", re.S), re.match(r"\Aa\Z", "a"), re.search(r"\bfoo\b", "a foo b").span())
