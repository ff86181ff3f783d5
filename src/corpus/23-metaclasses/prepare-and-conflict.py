class Ordered(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 42}

    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        cls.order = [k for k in ns if not k.startswith("_")]
        return cls

    def __getattr__(cls, name):
        return f"meta {name}"

    def __len__(cls):
        return len(cls.order)

    def __iter__(cls):
        return iter(cls.order)

    def __contains__(cls, x):
        return x in cls.order


class C(metaclass=Ordered, k=1):
    b = injected + 1
    a = 2


print(C.order, C.b, C.nothing, len(C), list(C), "a" in C)


class M1(type): pass
class M2(type): pass
class X(metaclass=M1): pass
class Y(metaclass=M2): pass


try:
    class Z(X, Y):
        pass
except TypeError as e:
    print(e)


def function_meta(name, bases, ns):
    return (name, bases, sorted(k for k in ns if not k.startswith("__")))


class F(metaclass=function_meta):
    v = 1


print(F)
