from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        ...

    @property
    @abstractmethod
    def name(self):
        ...

    def describe(self):
        return f"{self.name}: {self.area()}"


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2


class Half(Shape):
    def area(self):
        return 0


print(Square(3).describe(), Shape.__abstractmethods__ == {"area", "name"})
for c in (Shape, Half):
    try:
        c()
    except TypeError as e:
        print(e)


class Duck(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "quack")


class Real:
    def quack(self): ...


print(isinstance(Real(), Duck), issubclass(int, Duck))
Shape.register(int)
print(isinstance(5, Shape), issubclass(bool, Shape))
