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
    return a < b, a == b, a >= b


def g(a, b):
    return a == b, a != b, a < b


for turn in range(3):
    f(1, 2)
show(f)


def floats(a, b):
    return a < b, a == b


def mixed(a, b):
    return a < b, a == b


def big(a, b):
    return a < b


def boolean(a, b):
    return a == b


def nones(a):
    return a == None


for turn in range(5):
    floats(1.0, float("nan"))
    mixed(1, 2.0)
    big(10**20, 10**21)
    boolean(True, False)
    nones(turn)
    g("a", "b")
for f in g, floats, mixed, big, boolean, nones:
    show(f)
