class A:
    def __init__(self): self._v = 1
    @property
    def v(self):
        "doc v"
        return self._v
    @v.setter
    def v(self, x): self._v = x
    @v.deleter
    def v(self): del self._v
    ro = property(lambda s: 1, doc="ro doc")
    wo = property(fset=lambda s, v: print("wo", v))
    none = property()
a = A(); a.v = 5; print(a.v, A.v.__doc__, A.ro.__doc__, A.v.fget.__name__, A.ro.fset); a.wo = 3; del a.v
for code in ("a.v", "a.ro = 1", "del a.ro", "a.wo", "a.none", "a.none = 1", "del a.none", "A.v.fget = 1", "property(1, 2, 3, 4, 5)", "A.v.__get__(5)"):
    try: exec(code); print(code, "ok")
    except Exception as e: print(code, type(e).__name__, e)
p = A.v.getter(lambda s: "new"); print(p is A.v, p.fset is A.v.fset, p.__doc__, p.__isabstractmethod__, property(len).__get__("abc"))
class B(A):
    @A.v.getter
    def v(self): return "B" + str(super().v)
b = B(); b.v = 2; print(b.v)
class P(property):
    "sub"
class Q: q = P(lambda s: 1, None, None, "given"); r = P(lambda s: 2)
print(Q.q.__doc__, Q().r, Q.r.__doc__)
