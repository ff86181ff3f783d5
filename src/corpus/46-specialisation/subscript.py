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


def get(c, i):
    return c[i]


def fresh():
    space = {}
    exec("def get(c, i):\n    return c[i]", space)
    return space["get"]


class Row:
    def __getitem__(self, i):
        return i * 2


class Loose:
    def __getitem__(self, *i):
        return i


class MyList(list):
    pass


class MyDict(dict):
    pass


cases = [
    ([1, 2, 3], 1), ([1, 2, 3], -1), ((1, 2, 3), 0), ((1, 2), -2), ({"a": 1}, "a"), ({1: 2}, 1), ("abc", 1),
    ([1, 2, 3], slice(1)), ((1, 2, 3), True), (Row(), 4), (Loose(), 4), (MyList([1]), 0), (MyDict(a=1), "a"), (b"ab", 1),
    (range(5), 2), (list, int),
]
for container, index in cases:
    f = fresh()
    for turn in range(4):
        f(container, index)
    print(type(container).__name__, index, f(container, index))
    for i in dis.get_instructions(f, adaptive=True):
        if i.opname.startswith("BINARY_SUBSCR"):
            print("   ", i.opname)
for turn in range(8):
    get([1, 2], 0)
show(get)
for turn in range(4):
    get([1, 2], -1)
show(get)
try:
    get([1, 2], 5)
except IndexError as error:
    print(error)
show(get)
