class Stack(list):
    def push(self, x):
        self.append(x)
        return self


s = Stack([1]).push(2).push(3)
print(s, len(s), s[-1], type(s[:]).__name__, isinstance(s, list), s == [1, 2, 3], type(s + []).__name__)


class Lower(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)


d = Lower(A=1)
d["B"] = 2
d.update(C=3)
print(d, dict(d), type(d.copy()).__name__)


class Name(str):
    def shout(self):
        return self.upper() + "!"


n = Name("bob")
print(n.shout(), n + "x", type(n + "x").__name__, n == "bob", {n: 1}["bob"], repr(n), len(n))


class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]

    def __repr__(self):
        return "Point" + super().__repr__()


p = Point(1, 2)
a, b = p
print(p, p.x, a, b, p == (1, 2), p + (3,), hash(p) == hash((1, 2)))


class F(float):
    def __str__(self):
        return "F:" + super().__str__()


print(F(1.5), [F(1.5)], F(1.5) + 1, f"{F(2)}")


class MyError(KeyError):
    pass


try:
    raise MyError("k")
except LookupError as e:
    print(type(e).__name__, e)


class Shout(list):
    def __len__(self):
        return 99

    def __iter__(self):
        return iter(["override"])


print(len(Shout([1])), list(Shout([1])), [*Shout([1])], bool(Shout()), str(Shout([1])))
