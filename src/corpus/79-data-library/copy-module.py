import copy
a = [1, [2, 3], {"k": [4]}, (5, [6])]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append("x"); a[2]["k"].append("y"); a[3][1].append("z"); print(b, c)
t = (1, (2, 3)); print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy((1, [2]))[1] == [2], copy.copy(5) is 5 or 5, copy.deepcopy(None), copy.copy(len) is len)
l = []; l.append(l); m = copy.deepcopy(l); print(m[0] is m, m is not l)
d = {}; d["self"] = d; e = copy.deepcopy(d); print(e["self"] is e)
class P:
    def __init__(self, v): self.v = v
class Q(P):
    def __copy__(self): print("copy"); return Q("c")
    def __deepcopy__(self, memo): print("deep", type(memo).__name__); return Q("d")
p = P([1]); print(copy.copy(p).v is p.v, copy.deepcopy(p).v is p.v, copy.copy(Q(1)).v, copy.deepcopy([Q(1)])[0].v)
class S:
    __slots__ = ("a", "b")
s = S(); s.a = [1]; t = copy.deepcopy(s); print(t.a, hasattr(t, "b"), t.a is s.a)
class G:
    def __init__(self): self.x = 1
    def __getstate__(self): return {"x": self.x + 1}
    def __setstate__(self, st): self.__dict__.update(st, restored=True)
print(copy.copy(G()).__dict__)
class R:
    def __reduce__(self): return (list, ("ab",))
print(copy.copy(R()), copy.deepcopy({1: {2}}), copy.deepcopy(bytearray(b"x")), copy.copy({1, 2}), copy.deepcopy(range(3)))
for bad in ((x for x in []), open):
    try: copy.deepcopy(bad); print("ok")
    except TypeError as e: print(e)
print(copy.replace if hasattr(copy, "replace") else "no replace", copy.Error.__mro__[1].__name__)
