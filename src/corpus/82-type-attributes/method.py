T = type("".join)
print(T.__name__, T.__module__, [t.__name__ for t in T.__mro__], T.__base__)
for name, value in sorted(vars(T).items()):
    if name not in ("__doc__", "__module__", "__getattribute__"):
        print(name, type(value).__name__)
