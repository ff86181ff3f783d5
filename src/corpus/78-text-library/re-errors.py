import re

for code in r"""
re.compile("(")
re.compile(")")
re.compile("[a")
re.compile("*a")
re.compile("a**")
re.compile("a{2,1}")
re.compile("(?P<1>a)")
re.compile("(?P<a>.)(?P<a>.)")
re.compile("(?P=x)")
re.compile(r"\1")
re.compile("(?<=a+)b")
re.compile("[z-a]")
re.compile("\\")
re.compile(r"\x1")
re.compile(r"\u12")
re.compile(r"\N{nope}")
re.compile("(?z)")
re.compile("a(?i)b")
re.compile("(?#")
re.compile("(?(1)a|b|c)")
re.compile(r"\d-[\d-a]")
re.compile("a", 5.5)
re.compile(5)
re.compile(re.compile("a"), re.I)
re.match("a", b"a")
re.compile("a{,3}b{2,}c{4}d{a}").pattern
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
