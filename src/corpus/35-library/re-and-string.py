import re
import string
print(re.findall(r"\d+", "a1 b22 c333"), re.sub(r"(\w+)@(\w+)", r"\2 at \1", "bob@home"), re.split(r"[,;]\s*", "a, b;c"), bool(re.match(r"^\w+$", "abc")))
m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)", "on 2024-05-06")
print(m.group(), m.group("year"), m.groups(), m.groupdict(), m.span(), m.start("month"), m)
print([t.group() for t in re.finditer(r"\w", "a b")], re.compile(r"x+", re.I).fullmatch("XX") is not None, re.escape("a.b"))
print(string.ascii_lowercase, string.digits, string.punctuation, string.capwords("hello big world"), string.Template("$a and ${b}").substitute(a=1, b=2))
try:
    re.compile("(")
except re.error as e:
    print(e)
