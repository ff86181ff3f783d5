class A:
    __slots__ = ("x", "_y", "__z")
    def __init__(self): self.x = 1; self.__z = 3
a = A(); print(a.x, a._A__z, hasattr(a, "_y"), hasattr(a, "__dict__"), A.__slots__, type(A.x).__name__)
for code in ("a.new = 1", "a._y", "del a._y", "A.x.__get__(5)", "del a.x; a.x", "A.x = 5; a.x", "a.__weakref__"):
    try: exec(code); print(code, "ok")
    except Exception as e: print(code, type(e).__name__, e)
class B(A): pass
b = B(); b.any = 1; print(b.__dict__)
class C(A): __slots__ = ["w", "__dict__", "__weakref__"]
c = C(); c.q = 1; c.w = 2; print(c.__dict__, C.__slots__)
for body in ("__slots__ = ('a',); a = 1", "__slots__ = ('1a',)", "__slots__ = (1,)", "__slots__ = ('__dict__', '__dict__')", "__slots__ = 'single'", "__slots__ = {'k': 'doc of k'}", "__slots__ = ()", "__slots__ = 5"):
    try:
        ns = {}; exec(f"class T:\n    {body}", ns); T = ns["T"]; print(body, [n for n in vars(T) if not n.startswith("__")], getattr(getattr(T, "k", None), "__doc__", None))
    except Exception as e: print(body, type(e).__name__, e)
try:
    class M(A, C): pass
except TypeError as e: print(str(e).splitlines()[0])
class X: __slots__ = ("x",)
class Y: __slots__ = ("y",)
try:
    class Z(X, Y): pass
except TypeError as e: print(e)
try:
    class I(int): __slots__ = ("a",)
except TypeError as e: print(e)
