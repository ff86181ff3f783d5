class Data:
    def __get__(self, o, t):
        return "data descriptor"

    def __set__(self, o, v):
        pass


class NonData:
    def __get__(self, o, t):
        return "non-data descriptor"


class Base:
    a = Data()
    b = NonData()
    c = "class attribute"

    def __getattr__(self, n):
        return f"getattr({n})"


class Sub(Base):
    pass


s = Sub()
for n in "abcd":
    print(n, getattr(s, n), end="; ")
    s.__dict__[n] = "instance"
    print(getattr(s, n))
s.__len__ = lambda: 5
try:
    len(s)
except TypeError as e:
    print(e)
print(s.__len__())
Sub.__len__ = lambda self: 7
print(len(s), s.__len__())
s.__class__.e = "added later"
print(s.e, Sub.c)
Base.c = "changed"
print(Sub.c, object.__getattribute__(s, "c"))
