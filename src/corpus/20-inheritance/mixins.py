class Repr:
    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"


class Ordered:
    def __lt__(self, other):
        return self.key() < other.key()

    def key(self):
        raise NotImplementedError(f"{type(self).__name__} needs key()")


class City(Repr, Ordered):
    def __init__(self, name, people):
        self.name, self.people = name, people

    def key(self):
        return self.people


print(sorted([City("A", 300), City("B", 20)]))


class NoKey(Ordered):
    pass


try:
    NoKey() < NoKey()
except NotImplementedError as e:
    print(type(e).__name__, e)
print([k.__name__ for k in City.__mro__], issubclass(City, Ordered))
