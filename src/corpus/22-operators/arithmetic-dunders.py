class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vec({self.x}, {self.y})"

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y) if isinstance(o, Vec) else NotImplemented

    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k) if isinstance(k, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __pos__(self):
        return self

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __invert__(self):
        return Vec(self.y, self.x)

    def __bool__(self):
        return bool(self.x or self.y)

    def __eq__(self, o):
        return (self.x, self.y) == (o.x, o.y)

    def __radd__(self, o):
        return self if o == 0 else NotImplemented


a, b = Vec(1, 2), Vec(3, 4)
print(a + b, a - b, a * 3, 3 * a, a @ b, -a, +a is a, abs(b), ~a, bool(Vec(0, 0)), a == Vec(1, 2), sum([a, b]))
for f in (lambda: a + 1, lambda: 1 + a, lambda: a * "x", lambda: "x" * a, lambda: a / 2, lambda: 2 / a, lambda: a % 1, lambda: a < b, lambda: a ** 2, lambda: a & b, lambda: a @ 5 if False else a // b):
    try:
        print(f())
    except TypeError as e:
        print(e)
