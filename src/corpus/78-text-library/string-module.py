import string

for code in """
string.ascii_letters, string.digits, string.punctuation, string.whitespace, string.hexdigits, string.octdigits, len(string.printable)
string.capwords("hello  wORLD foo"), string.capwords("a-b c-d", "-")
string.Template("$a ${b}c $$ $x").safe_substitute(a=1, b=2), string.Template("$a$b").substitute({"a": 1}, b=2)
string.Template("$a").substitute()
string.Template("$a $").substitute(a=1)
string.Template("${a").substitute(a=1)
string.Template("$a ${bb} $$").get_identifiers(), string.Template("$1").is_valid(), string.Template("$ok").is_valid()
string.Formatter().format("{0} {a!r:>5} {}", 1, a="x") if False else string.Formatter().format("{0} {a!r:>5}", 1, a="x")
list(string.Formatter().parse("a{b!r:c}d{{e}}{}"))
string.Formatter().vformat("{0[k]}", ({"k": 5},), {})
string.Formatter().format("{x}")
type("T", (string.Template,), {"delimiter": "%"})("%a").substitute(a=1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
