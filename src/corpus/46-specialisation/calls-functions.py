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


def make(step):
    def add(x):
        return x + step

    return add


def use(f, x):
    return f(x)


# Functions made of one code object have one version.
first, second = make(1), make(2)
for turn in range(5):
    use(first, 1), use(second, 1)
show(use)


def other(x):
    return x


use(other, 1)
show(use)
# Other defaults, another version.
first.__defaults__ = (5,)
use(first, 1)
show(use)
use(second, 1)
show(use)
second.__code__ = other.__code__.replace(co_freevars=("step",))
use(second, 1)
show(use)
for turn in range(60):
    use(other, 1)
show(use)
other.__annotations__ = {}
use(other, 1)
show(use)
other.__name__ = "renamed"
for turn in range(60):
    use(other, 1)
show(use)
