def add_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}({vars(self)})"
    return cls


@add_repr
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


print(Point(1, 2))


class Twice:
    def __init__(self, f):
        self.f = f

    def __call__(self, *args):
        return self.f(self.f(*args))


@Twice
def inc(x):
    return x + 1


print(inc(5), type(inc).__name__)


@lambda f: 42
def replaced():
    pass


print(replaced)


def singleton(cls):
    made = {}

    def get(*args):
        if cls not in made:
            made[cls] = cls(*args)
        return made[cls]
    return get


@singleton
class Config:
    def __init__(self, v):
        self.v = v


print(Config(1) is Config(2), Config(3).v)
handlers = {}


def on(event):
    def deco(f):
        handlers.setdefault(event, []).append(f)
        return f
    return deco


class Events:
    @on("a")
    def first(x):
        return x + 1

    @on("a")
    def second(x):
        return x * 10


print([h(5) for h in handlers["a"]], [h.__qualname__ for h in handlers["a"]])
