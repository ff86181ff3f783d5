class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name)
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)

    def __repr__(cls):
        return f"<Meta {cls.__name__}>"

    def hello(cls):
        return f"hello {cls.__name__}"


class A(metaclass=Meta, flag=1):
    x = 1

    def m(self): pass


class B(A):
    pass


b = B()
print(A, B, type(B).__name__, B.hello(), isinstance(B, Meta))
try:
    b.hello()
except AttributeError as e:
    print(e)
