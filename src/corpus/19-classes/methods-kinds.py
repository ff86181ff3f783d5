class C:
    n = 10

    def instance(self):
        return "instance", self.n

    @classmethod
    def klass(cls, x=1):
        return "class", cls.__name__, cls.n + x

    @staticmethod
    def static(x):
        return "static", x

    @property
    def prop(self):
        return "prop", self.n


class D(C):
    n = 20


print(C().instance(), C.klass(), D.klass(5), D().klass(), C.static(1), C().static(2), D().prop)
print(type(C.__dict__["klass"]).__name__, type(C.__dict__["static"]).__name__, type(C.prop).__name__, type(C().instance).__name__, type(C.instance).__name__, type(C.klass).__name__)
for f in (lambda: C.instance(), lambda: C.static(), lambda: C.klass(1, 2), lambda: C().prop(), lambda: C().static()):
    try:
        print(f())
    except TypeError as e:
        print(e)
try:
    C().prop = 5
except AttributeError as e:
    print(e)
x = C()
bound = x.instance
x.n = 99
print(bound(), C.instance(x), C.instance.__get__(x)(), bound == x.instance, bound is x.instance, bound.__name__)
