class A:
    def hi(self): return "A"
class B:
    def hi(self): return "B"
a = A(); a.v = 1; a.__class__ = B; print(a.hi(), a.v, type(a).__name__, isinstance(a, A))
class S: __slots__ = ("x",)
class T: __slots__ = ("x",)
class U: __slots__ = ("y",)
s = S(); s.x = 5; s.__class__ = T; print(s.x)
for obj, cls in ((s, U), (a, S), (a, int), (5, B), (a, 5), (S(), A)):
    try: obj.__class__ = cls; print("ok")
    except TypeError as e: print(e)
try: del a.__class__
except TypeError as e: print(e)
A.__bases__ = (B,) if False else A.__bases__; print(A.__bases__)
class P: x = "P"
class Q: x = "Q"
class C(P): pass
C.__bases__ = (Q,); print(C.x, C.__mro__, P.__subclasses__(), Q.__subclasses__())
for bases in ((), (5,), (C,), 5, (int,)):
    try: C.__bases__ = bases; print("ok")
    except TypeError as e: print(e)
C.__name__ = "Renamed"; C.__qualname__ = "Q.R"; C.__module__ = "m"; C.__doc__ = "d"; print(C, C.__name__, C.__doc__)
for n, v in (("__name__", 5), ("__name__", "a\0b"), ("__qualname__", 1)):
    try: setattr(C, n, v)
    except (TypeError, ValueError) as e: print(e)
for n in ("__name__", "__bases__", "__dict__", "__mro__"):
    try: delattr(C, n)
    except (TypeError, AttributeError) as e: print(e)
