class C:
    pass


c = C()
setattr(c, "x", 1)
setattr(c, "odd name", 2)
print(c.x, getattr(c, "odd name"), vars(c), hasattr(c, "y"))
for i in range(3):
    setattr(c, f"n{i}", i * i)
print([getattr(c, n) for n in ("n0", "n1", "n2")], sorted(vars(c)))
del c.x
delattr(c, "n0")
print(sorted(vars(c)))
for f in (lambda: getattr(c, "x"), lambda: setattr(5, "a", 1), lambda: getattr(c, 5), lambda: setattr(int, "a", 1), lambda: delattr(c, "zz"), lambda: setattr("s", "upper", 1), lambda: getattr(), lambda: vars(5), lambda: setattr(c, 1, 2), lambda: (1).x, lambda: [].appendd):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
C.method = lambda self, n: ("method", n)
print(c.method(4))
import types
c.bound = types.MethodType(lambda self: "bound to one", c)
print(c.bound())
print([n for n in dir(c) if not n.startswith("_")])
ns = types.SimpleNamespace(a=1, b="two")
ns.c = [3]
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b="two", c=[3]))
