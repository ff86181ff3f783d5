class Outer:
    class Inner:
        def hello(self):
            return f"hello from {type(self).__qualname__}"

    def make(self):
        return self.Inner()


print(Outer().make().hello(), Outer.Inner.__qualname__, Outer.Inner.__name__)


def factory():
    class Local:
        pass
    return Local


print(factory(), factory().__qualname__, factory() is factory())


class Body:
    print("body runs", __name__, __qualname__)
    for i in range(3):
        pass
    squares = [j * j for j in range(4)]
    if i == 2:
        def chosen(self):
            return "chosen"
    else:
        def chosen(self):
            return "other"
    del i


print(Body().chosen(), Body.squares, hasattr(Body, "i"))


class Private:
    def __init__(self):
        self.__secret = 1
        self._hint = 2
        self.__dunder__ = 3

    def get(self):
        return self.__secret

    def __hidden(self):
        return "hidden"


p = Private()
print(p.get(), p._Private__secret, sorted(p.__dict__), p._Private__hidden())
try:
    p.__secret
except AttributeError as e:
    print(e)
try:
    p.__hidden()
except AttributeError as e:
    print(e)
