# Classes: instances, attributes, methods, inheritance, super, properties, operators.
class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name
        self.seen = 0

    def area(self):
        return 0

    def look(self):
        self.seen += 1
        return self.area() + self.sides


class Rect(Shape):
    sides = 4

    def __init__(self, w, h):
        super().__init__("rect")
        self.w = w
        self.h = h

    def area(self):
        return self.w * self.h

    @property
    def outline(self):
        return 2 * (self.w + self.h)


class Vec:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y


def main():
    total = 0
    shapes = [Rect(i, i + 1) for i in range(1, 60)]
    for _ in range(70):
        for shape in shapes:
            total += shape.look() + shape.outline
    v = Vec(0, 0)
    step = Vec(1, 2)
    for _ in range(6000):
        v = v + step
        if v == step:
            total += 1
    return total + v.x * v.y, shapes[3].seen


checksum = main()
