import dis


def build(n):
    text = ""
    for i in range(n):
        text += "x"
    return text


def other(n):
    text = ""
    for i in range(n):
        more = text + "y"
        text = more
    return text


def twice(n):
    text = "ab"
    for i in range(n):
        text = text + text
    return text


for f in build, other, twice:
    print(len(f(6)))
    print([i.opname for i in dis.get_instructions(f, adaptive=True) if i.opname.startswith("BINARY_OP")])
text = ""
for i in range(5):
    text += "z"
print(text)
