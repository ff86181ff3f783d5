import re

for code in r"""
re.split(",", "a,b,,c"), re.split("(,)", "a,b"), re.split(r"\s*", "a b"), re.split("", "ab"), re.split("x", ""), re.split(",", "a,b,c", maxsplit=1), re.split("(a)|b", "1a2b3")
re.split(r"(?<=,)", "a,b,c"), re.split(r"\b", "hi there"), re.split("[,;] *", "a, b;c")
re.split("(", "a")
re.split(",", 5)
re.compile(",").split("a,b")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
