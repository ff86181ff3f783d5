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
    return a + b


def shown(turn):
    print("after", turn)
    show(f)


shown(0)
for turn in range(1, 5):
    f(1, 2)
    shown(turn)
