from collections import abc
for n in ("Hashable", "Iterable", "Iterator", "Reversible", "Sized", "Container", "Callable", "Collection", "Sequence", "MutableSequence", "Set", "MutableSet", "Mapping", "MutableMapping", "Generator", "Awaitable", "Buffer"):
    A = getattr(abc, n)
    print(n, [type(v).__name__ for v in (1, "a", b"b", [], (), {}, set(), frozenset(), range(1), iter([]), (x for x in []), len, memoryview(b""), {}.keys(), zip()) if isinstance(v, A)], sorted(A.__abstractmethods__))
class It:
    def __iter__(self): return iter(())
class NoIt(It):
    __iter__ = None
print(isinstance(It(), abc.Iterable), isinstance(NoIt(), abc.Iterable), issubclass(It, abc.Sized))
class Seq(abc.Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
s = Seq(); print(list(s), 20 in s, s.index(10), s.count(0), list(reversed(s)))
try: abc.Mapping()
except TypeError as e: print(e)
class MS(abc.MutableSet):
    def __init__(self, it=()): self.d = dict.fromkeys(it)
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def add(self, x): self.d[x] = None
    def discard(self, x): self.d.pop(x, None)
m = MS("ab"); m |= {"c"}; m -= {"a"}; print(sorted(m), sorted(m & {"b"}), m <= set("bcd"), m.isdisjoint("x"), m == {"b", "c"}, m.pop() in "bc")
