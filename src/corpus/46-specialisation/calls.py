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


def none():
    return 1


def two(a, b):
    return a


def default(a, b=2):
    return b


def keyword(a, *, b=1):
    return b


def star(*args):
    return args


class C:
    def __init__(self, x):
        pass

    def method(self, x):
        return x

    def defaulted(self, x, y=1):
        return y

    def __call__(self):
        return 1

    @classmethod
    def made(cls, x):
        return x

    @staticmethod
    def free(x):
        return x


class Empty:
    pass


def fresh(source):
    space = {}
    exec(f"def use(f, o, x):\n    return {source}", space)
    return space["use"]


o = C(1)
bound = o.method
for label, f, source in [
    ("none", none, "f()"), ("two", two, "f(o, x)"), ("two by name", two, "f(o, b=x)"), ("default", default, "f(o)"), ("default given", default, "f(o, x)"),
    ("keyword", keyword, "f(o)"), ("keyword given", keyword, "f(o, b=x)"), ("star", star, "f(o, x)"), ("unpacked", two, "f(*(o, x))"),
    ("method", None, "o.method(x)"), ("method default", None, "o.defaulted(x)"), ("bound", bound, "f(x)"), ("bound default", o.defaulted, "f(x)"),
    ("class method", None, "o.made(x)"), ("static method", None, "o.free(x)"), ("class", C, "f(x)"), ("empty class", Empty, "f()"), ("instance", o, "f()"),
    ("lambda", lambda x: x, "f(x)"), ("wrong", two, "f(o)"), ("not callable", 5, "f()"),
]:
    f2 = fresh(source)
    for turn in range(5):
        try:
            f2(f, o, 1)
        except TypeError:
            pass
    print(label)
    show(f2)
