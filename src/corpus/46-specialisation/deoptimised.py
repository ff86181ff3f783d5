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


for turn in range(10):
    add(turn, 1)
show(add)
# A few misses: the form stays, its counter goes down.
for turn in range(5):
    print(add("a", str(turn)), end=" ")
print()
show(add)
for turn in range(3):
    add(1, 1)
show(add)
# More than fifty in all: it is looked at again.
for turn in range(47):
    add("a", "b")
show(add)
add("a", "b")
show(add)
add("a", "b")
show(add)
for turn in range(53):
    add(1.0, 2.0)
show(add)
