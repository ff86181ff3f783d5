class L:
    def __init__(self, log=None):
        pass

    def __add__(self, o):
        print("L.add")
        return NotImplemented

    def __radd__(self, o):
        print("L.radd")
        return "L.radd result"


class R:
    def __radd__(self, o):
        print("R.radd")
        return "R.radd result"


class SubL(L):
    def __radd__(self, o):
        print("SubL.radd")
        return "SubL.radd result"


print(L() + R())
print(1 + R())
print(L() + SubL())
print([] + R() if False else 5 + L())
try:
    L() + 1
except TypeError as e:
    print(e)
try:
    L() + L()
except TypeError as e:
    print(e)


class Base:
    def __sub__(self, o):
        return "Base.sub"

    def __rsub__(self, o):
        return "Base.rsub"


class Derived(Base):
    pass


class Override(Base):
    def __rsub__(self, o):
        return "Override.rsub"


print(Base() - Derived(), Base() - Override(), Derived() - Base(), 5 - Base())


class Cmp:
    def __lt__(self, o):
        print("lt")
        return NotImplemented

    def __gt__(self, o):
        print("gt")
        return "gt result"


print(Cmp() < Cmp())
print(5 < Cmp())
