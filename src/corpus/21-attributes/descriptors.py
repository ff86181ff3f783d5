class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return f"<{owner.__name__}.{self.name}>"
        return obj.__dict__.get(self.name, "unset")

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        obj.__dict__[self.name] = value


class NonData:
    def __get__(self, obj, owner):
        return "from class descriptor"


class C:
    age = Typed(int)
    nd = NonData()


c = C()
print(c.age, C.age, c.nd)
c.age = 5
c.__dict__["nd"] = "instance wins"
print(c.age, c.nd, c.__dict__)
c.__dict__["age"] = "sneaky"
print(c.age)
try:
    c.age = "x"
except TypeError as e:
    print(e)
try:
    del c.age
except AttributeError as e:
    print(e)


class WriteOnly:
    def __set__(self, obj, v):
        obj.__dict__["w"] = v * 2


class D:
    w = WriteOnly()


d = D()
print(type(d.w).__name__)
d.w = 4
print(d.w)


class Func:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner):
        return lambda *a: self.f(obj, *a)


class E:
    m = Func(lambda self, x: (type(self).__name__, x))


print(E().m(3))
print(C.__dict__["age"].__get__(None, C), int.__add__.__get__(5)(6), (lambda self: self).__get__("bound")())
