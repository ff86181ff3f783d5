from functools import singledispatch, singledispatchmethod
@singledispatch
def f(x): return "object"
@f.register
def _(x: int): return "int"
@f.register(list)
@f.register(tuple)
def _(x): return "sequence"
@f.register
def _(x: float | str): return "float or str"
f.register(type(None), lambda x: "none")
print(f(1), f(True), f([]), f(()), f(1.5), f("s"), f(None), f({}), f.dispatch(bool)(0), sorted(t.__name__ for t in f.registry))
from collections.abc import Mapping
f.register(Mapping, lambda x: "mapping"); print(f({}), f(set()))
for bad in (lambda: f(), lambda: f.register(5), lambda: f.register(lambda x: x)):
    try: bad()
    except TypeError as e: print(str(e)[:60])
class C:
    @singledispatchmethod
    def m(self, a): return "any"
    @m.register
    def _(self, a: int): return ("int", a)
    @singledispatchmethod
    @classmethod
    def k(cls, a): return cls.__name__
    @k.register
    @classmethod
    def _(cls, a: str): return cls.__name__ + a
print(C().m(1), C().m("x"), C.k(1), C.k("y"))
