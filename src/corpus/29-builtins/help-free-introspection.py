def f(a, b=2, *args, c, **kw):
    "doc"


print(f.__doc__, len.__doc__ is not None, len.__name__, len.__module__, [].append.__name__, [].append.__self__, str.upper.__qualname__)
print(int.__doc__.splitlines()[0], print.__class__.__name__, str.join.__class__.__name__, dict.fromkeys.__class__.__name__)
print(repr(len), repr(str.upper), repr([].append)[:40].split(" at ")[0], repr(int.__add__), repr(object.__init__), repr((5).__add__).split(" at ")[0])
print(type.__call__.__name__, object.__str__.__objclass__ if hasattr(object.__str__, "__objclass__") else None)
print(sorted(k for k in type("T", (), {}).__dict__))
print((5).__class__.__mro__, [].__class__.__base__, type.__base__, object.__base__, object.__mro__)
print(f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_kwonlyargcount)
