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


def add(a, b):
    return a + b


# No form for a list and a list: each attempt is later than the one before.
turn = 0
for stop in 1, 2, 3, 5, 6, 13, 14, 29, 30, 61, 62, 125, 126, 253, 254:
    while turn < stop:
        add([], [])
        turn += 1
    print(turn, end=" ")
    show(add)
while turn < 20000:
    add([], [])
    turn += 1
show(add)
