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
    kind = 1


class S:
    __slots__ = ("x",)


class P:
    @property
    def x(self):
        return 1

    @x.setter
    def x(self, value):
        pass


class W:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


def fresh(name="x"):
    space = {}
    exec(f"def put(o, v):\n    o.{name} = v", space)
    return space["put"]


opened = A()
opened.__dict__["x"] = 1
module = type(dis)("m")


def function():
    pass


for label, o, name in [
    ("plain", A(), "x"), ("shadows", A(), "kind"), ("opened", opened, "x"), ("slot", S(), "x"), ("property", P(), "x"), ("setattr", W(), "x"),
    ("module", module, "x"), ("class", A, "y"), ("function", function, "x"), ("class of", A(), "__class__"),
]:
    f = fresh(name)
    for turn in range(5):
        f(o, A if name == "__class__" else turn)
    print(label)
    show(f)
f = fresh()
for turn in range(4):
    f(A(), turn)
show(f)
for turn in range(4):
    f(S(), turn)
show(f)
