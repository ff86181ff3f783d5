import keyword, reprlib
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr({1, 2, 3, 4, 5, 6, 7, 8}), reprlib.repr([[[[[[[1]]]]]]]), reprlib.repr(10**60), reprlib.repr((1,)), reprlib.repr(frozenset()), reprlib.repr(__import__("collections").deque([1] * 9)))
r = reprlib.Repr(maxlist=2, maxstring=8, indent=2); print(r.repr([1, 2, 3, "abcdefghijkl"]), r.repr("short"), r.maxdict)
class L(list):
    @reprlib.recursive_repr("<me>")
    def __repr__(self): return "L(" + ", ".join(map(repr, self)) + ")"
l = L([1]); l.append(l); print(l)
print(keyword.iskeyword("for"), keyword.iskeyword("match"), keyword.issoftkeyword("match"), len(keyword.kwlist), keyword.softkwlist, "None" in keyword.kwlist)
class B:
    def __repr__(self): raise ValueError
print(reprlib.repr(B())[:12])
