class C:
    """Docs."""
    x = 1

    def __init__(self):
        self.y = 2

    def m(self):
        pass


c = C()
print(c.__dict__, sorted(k for k in C.__dict__ if not k.startswith("__")), C.__doc__, C.__name__, C.__module__, C.__qualname__, C.__bases__, c.__class__)
c.__dict__["z"] = 3
print(c.z, vars(c) is c.__dict__, "x" in c.__dict__, type(C.__dict__).__name__)
c.__dict__ = {"new": 1}
print(c.new, hasattr(c, "y"), hasattr(c, "x"))
print(list(C.__dict__))
try:
    C.__dict__["x"] = 5
except TypeError as e:
    print(e)
try:
    c.__dict__ = 5
except TypeError as e:
    print(e)
setattr(C, "added", lambda self: "added")
print(c.added(), getattr(c, "nope", "default"), hasattr(C, "m"), delattr(C, "x"), hasattr(c, "x"))
C.__name__ = "Renamed"
print(C.__name__, C().__class__.__name__, C)
