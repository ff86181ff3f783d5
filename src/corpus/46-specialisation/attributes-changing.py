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
    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x


def use(o):
    return o.get()


things = [A(i) for i in range(5)]
for a in things:
    use(a)
show(use)
show(A.get)
show(A.__init__)
# A new name among the instances' attributes: `get` might now be one of them.
things[0].y = 1
use(things[1])
show(use)
for turn in range(53):
    use(things[1])
show(use)
# The class changes.
A.z = 1
use(things[1])
show(use)
show(A.get)
for turn in range(60):
    use(things[2])
show(use)
show(A.get)
# Somebody looks at a __dict__.
vars(things[2])
use(things[2])
show(use)
show(A.get)
things[3].get = lambda: "own"
print(use(things[3]), use(things[4]))
show(use)
del things[4].x
try:
    use(things[4])
except AttributeError as error:
    print(error)
show(A.get)
