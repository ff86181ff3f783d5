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


class A:
    pass


def fresh(source):
    space = {}
    exec(source, space)
    return space["f"]


a = A()
for i in range(40):
    setattr(a, f"n{i}", i)
first = fresh("def f(o):\n    return o.n0")
last = fresh("def f(o):\n    return o.n39")
for turn in range(4):
    first(a), last(a)
show(first)
show(last)
b, c = A(), A()
b.n0, b.n1 = 1, 2
c.n1, c.n0 = 3, 4
for turn in range(60):
    first(b), first(c)
show(first)
print(list(vars(c)))
