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


import math


class Plain:
    shared = [1]

    def __init__(self, x):
        self.x = x

    def method(self):
        return self.x

    @property
    def prop(self):
        return self.x + 1

    @staticmethod
    def static():
        return 1

    @classmethod
    def klass(cls):
        return cls


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1

    def method(self):
        return self.a


class Missing:
    def __getattr__(self, name):
        return name

    def method(self):
        return 1


class Every:
    def __getattribute__(self, name):
        return name


def fresh(source):
    space = {}
    exec(f"def use(o):\n    return {source}", space)
    return space["use"]


def form(f):
    return [i.opname for i in dis.get_instructions(f, adaptive=True) if "ATTR" in i.opname]


opened = Plain(3)
opened.__dict__
for label, o in [("plain", Plain(1)), ("opened", opened), ("slots", Slots()), ("missing", Missing()), ("every", Every())]:
    for source in "o.x", "o.method()", "o.method", "o.prop", "o.shared", "o.static()", "o.static", "o.klass()", "o.a", "o.b", "o.nothing", "o.__class__", "o.__dict__", "o.__doc__":
        f = fresh(source)
        for turn in range(4):
            try:
                f(o)
            except (AttributeError, TypeError):
                pass
        print(label, source, *form(f))
for o, source in [
    (math, "o.pi"), (math, "o.sqrt(4)"), (math, "o.nothing"), (Plain, "o.shared"), (Plain, "o.method"), (Plain, "o.static()"), (Plain, "o.klass()"),
    (Plain, "o.__name__"), (Plain, "o.prop"), (Plain, "o.nothing"), ([], "o.append"), ([], "o.append(1)"), ("a", "o.upper()"), ("a", "o.__class__"),
    (1, "o.real"), (1, "o.bit_length()"), ({}, "o.get(1)"), (Plain.method, "o.__name__"), (Plain(1).method, "o.__func__"), (len, "o.__name__"),
    (int, "o.from_bytes"), (ValueError("a"), "o.args"), (ValueError("a"), "o.with_traceback(None)"), (dict, "o.fromkeys([])"),
]:
    f = fresh(source)
    for turn in range(4):
        try:
            f(o)
        except AttributeError:
            pass
    print(type(o).__name__, source, *form(f))
