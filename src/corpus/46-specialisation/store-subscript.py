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


def fresh():
    space = {}
    exec("def put(c, i):\n    c[i] = 1", space)
    return space["put"]


class Row:
    def __setitem__(self, i, value):
        pass


class MyDict(dict):
    pass


for container, index in [
    ([1, 2, 3], 1), ([1, 2, 3], -1), ({"a": 1}, "a"), ({}, 5), (bytearray(b"abc"), 1), (Row(), 1), (MyDict(), 1), ([1, 2], False),
]:
    f = fresh()
    for turn in range(5):
        f(container, index)
    print(type(container).__name__, index)
    show(f)
