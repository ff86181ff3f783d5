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


def inner(n):
    got = 0
    for i in range(n):
        got = yield i
    return n


def outer(n):
    x = yield from inner(n)
    yield from [7, 8]
    return x


def run(n):
    g = outer(n)
    out = []
    for v in g:
        out.append(v)
    return out


for turn in range(3):
    print(run(3))
show(outer)
show(inner)
show(run)


def over(source):
    yield from source


for turn in range(6):
    list(over([1, 2, 3]))
show(over)


async def one():
    return 1


async def two():
    return await one() + await one()


for turn in range(3):
    c = two()
    try:
        c.send(None)
    except StopIteration as stop:
        print(stop.value)
show(two)
