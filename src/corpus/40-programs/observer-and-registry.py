class Signal:
    def __init__(self):
        self._slots = []

    def connect(self, f, priority=0):
        self._slots.append((priority, len(self._slots), f))
        self._slots.sort(key=lambda t: (-t[0], t[1]))
        return lambda: self._slots.remove(next(t for t in self._slots if t[2] is f))

    def emit(self, *args, **kwargs):
        results, errors = [], []
        for _, _, f in list(self._slots):
            try:
                results.append(f(*args, **kwargs))
            except Exception as e:
                errors.append(f"{f.__name__}: {type(e).__name__}: {e}")
        return results, errors


class Model:
    changed = None

    def __init__(self, **fields):
        object.__setattr__(self, "changed", Signal())
        self.__dict__.update(fields)

    def __setattr__(self, name, value):
        if name not in self.__dict__:
            raise AttributeError(f"no field {name}")
        old = self.__dict__[name]
        if old != value:
            self.__dict__[name] = value
            self.changed.emit(name, old, value)


log = []
m = Model(name="a", size=1)
disconnect = m.changed.connect(lambda n, old, new: log.append(f"{n}: {old} -> {new}"))


def strict(name, old, new):
    if new is None:
        raise ValueError("no None")
    return "checked"


m.changed.connect(strict, priority=5)
m.name = "b"
m.name = "b"
m.size = None
disconnect()
m.size = 3
print(log, m.changed.emit("x", 1, None))
try:
    m.colour = "red"
except AttributeError as e:
    print(e)


class Registry(type):
    kinds = {}

    def __new__(mcls, name, bases, ns):
        cls = super().__new__(mcls, name, bases, ns)
        if bases:
            mcls.kinds[ns.get("tag", name.lower())] = cls
        return cls


class Shape(metaclass=Registry):
    def __init__(self, *args):
        for field, value in zip(self.fields, args, strict=True):
            setattr(self, field, value)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{f}={getattr(self, f)}' for f in self.fields)})"


class Circle(Shape):
    fields = ("r",)
    area = property(lambda self: round(3.14159 * self.r ** 2, 2))


class Rect(Shape):
    tag = "box"
    fields = ("w", "h")
    area = property(lambda self: self.w * self.h)


def load(text):
    for line in text.strip().splitlines():
        kind, *numbers = line.split()
        try:
            yield Registry.kinds[kind](*map(int, numbers))
        except KeyError as e:
            print("unknown shape", e)
        except ValueError as e:
            print(kind, "-", e)


shapes = list(load("circle 2\nbox 3 4\nhexagon 1\nbox 1\ncircle x"))
print(shapes, [s.area for s in shapes], sorted(Registry.kinds))
