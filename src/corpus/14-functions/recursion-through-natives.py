# oracle: properties
# Recursion that passes through the interpreter's own functions must end in RecursionError as well.
# (Pyodide's C stack does not survive it.)


class Add:
    def __add__(self, other):
        return self + other


class Attribute:
    def __getattr__(self, name):
        return getattr(self, name)


class Property:
    @property
    def x(self):
        return self.x

    @x.setter
    def x(self, value):
        self.x = value


class Str:
    def __str__(self):
        return str(self)

    def __repr__(self):
        return f"{self!r}"

    def __eq__(self, other):
        return self == other

    def __len__(self):
        return len(self)

    def __iter__(self):
        return iter(self)

    def __call__(self):
        return self()


class SetAttr:
    def __setattr__(self, name, value):
        self.count = value


def by_key(x):
    return sorted([x], key=by_key)


def mapped(x):
    return list(map(mapped, [x]))


def generated(x):
    yield from generated(x)


def set_property():
    Property().x = 1


def set_attribute():
    SetAttr().count = 1


deep = []
for _ in range(100_000):
    deep = [deep]
cases = [
    ("add", lambda: Add() + 1),
    ("getattr", lambda: Attribute().x),
    ("property", lambda: Property().x),
    ("setter", set_property),
    ("setattr", set_attribute),
    ("str", lambda: str(Str())),
    ("repr", lambda: repr(Str())),
    ("eq", lambda: Str() == 1),
    ("len", lambda: len(Str())),
    ("iter", lambda: list(Str())),
    ("call", Str()),
    ("sorted", lambda: by_key(1)),
    ("map", lambda: mapped(1)),
    ("generator", lambda: list(generated(1))),
    ("repr of nested lists", lambda: repr(deep)),
    ("eq of nested lists", lambda: deep == [[deep]]),
    ("isinstance", lambda: isinstance(1, nested_tuple())),
]


def nested_tuple():
    t = (str,)
    for _ in range(100_000):
        t = (t,)
    return t


for name, case in cases:
    try:
        case()
        print(name, "ended")
    except RecursionError:
        print(name, "RecursionError")
#> add RecursionError
#> getattr RecursionError
#> property RecursionError
#> setter RecursionError
#> setattr RecursionError
#> str RecursionError
#> repr RecursionError
#> eq RecursionError
#> len RecursionError
#> iter RecursionError
#> call RecursionError
#> sorted RecursionError
#> map RecursionError
#> generator RecursionError
#> repr of nested lists RecursionError
#> eq of nested lists RecursionError
#> isinstance RecursionError
