from functools import cached_property, partialmethod
class C:
    def __init__(self): self.n = 0
    @cached_property
    def v(self):
        "doc of v"
        self.n += 1
        return self.n
    def m(self, a, b=0): return a, b
    one = partialmethod(m, 1)
    two = partialmethod(m, b=2)
c = C(); print(c.v, c.v, c.n, c.__dict__); del c.v; print(c.v); c.v = 10; print(c.v, C.v.__doc__, type(C.v).__name__)
print(c.one(), c.one(5), c.two(7), C.one(c, 3), C.__dict__["one"])
class S:
    __slots__ = ()
    @cached_property
    def v(self): return 1
try: S().v
except TypeError as e: print(e)
try:
    class D:
        a = b = cached_property(lambda self: 1)
except (TypeError, RuntimeError) as e: print(type(e).__name__, e, e.__notes__ if hasattr(e, "__notes__") else "")
