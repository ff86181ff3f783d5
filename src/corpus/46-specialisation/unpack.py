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


def two(s):
    a, b = s
    return b


def three(s):
    a, b, c = s
    return c


def star(s):
    a, *b = s
    return b


for turn in range(4):
    two((1, 2))
    three((1, 2, 3))
    star((1, 2, 3))
show(two)
show(three)
show(star)
for turn in range(4):
    two([1, 2])
    three("abc")
show(two)
show(three)


def from_list(s):
    a, b = s
    return a


def from_other(s):
    a, b = s
    return a


for turn in range(4):
    from_list([1, 2])
    from_other({1: 2, 3: 4})
show(from_list)
show(from_other)
try:
    two((1, 2, 3))
except ValueError as error:
    print(error)
show(two)
