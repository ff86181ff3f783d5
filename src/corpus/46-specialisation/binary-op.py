import dis


def show(f):
    """Each instruction that has a counter: its present form, and the counter as (value, backoff)."""
    name = None
    for i in dis.get_instructions(f, adaptive=True, show_caches=True):
        if i.opname != "CACHE":
            name = i.opname
        elif i.argrepr.startswith("counter: "):
            n = int(i.argrepr[9:])
            print(f"{name:38} {n >> 4:5} {n & 15}")


def f(a, b):
    return a + b, a - b, a * b, a / b, a // b, a % b, a**b


def text(a, b):
    return a + b


def bits(a, b):
    return a & b, a | b, a ^ b, a << b, a >> b


for turn in range(3):
    f(7, 2)
show(f)
for turn in range(3):
    text("a", "b")
show(text)
for turn in range(12):
    bits(6, 2)
show(bits)


def floats(a, b):
    return a + b, a - b, a * b, a / b


def mixed(a, b):
    return a + b, a - b, a * b


def inplace(a, b):
    a += b
    a -= b
    a *= b
    return a


def lists(a, b):
    return a + b, a * 2


for turn in range(4):
    floats(1.5, 2.5)
    mixed(1, 2.5)
    inplace(3, 4)
    lists([1], [2])
for f in floats, mixed, inplace, lists:
    show(f)
