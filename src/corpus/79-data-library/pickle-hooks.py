import copyreg, io, pickle
class A:
    def __init__(self): self.x, self.y = 1, 2
    def __getstate__(self): print("getstate"); return (self.x,)
    def __setstate__(self, s): print("setstate", s); self.x = s[0]
a = pickle.loads(pickle.dumps(A())); print(a.__dict__)
class N:
    def __new__(cls, *a, **k): print("new", a, k); return super().__new__(cls)
    def __getnewargs_ex__(self): return (1,), {"k": 2}
pickle.loads(pickle.dumps(N()))
class R:
    def __reduce__(self): return (dict, (), None, None, iter([("k", 1)]))
print(pickle.loads(pickle.dumps(R())))
class X:
    def __reduce_ex__(self, p): print("proto", p); return "GLOBAL"
GLOBAL = X()
print(pickle.loads(pickle.dumps(GLOBAL, 3)) is GLOBAL)
class Z: pass
copyreg.pickle(Z, lambda z: (str, ("reduced",))); print(pickle.loads(pickle.dumps(Z())))
class P(pickle.Pickler):
    def persistent_id(self, o): return "pid" if o == 42 else None
class U(pickle.Unpickler):
    def persistent_load(self, pid): return ("loaded", pid)
    def find_class(self, m, n): print("find", m, n); return super().find_class(m, n)
f = io.BytesIO(); P(f).dump([42, 43, len]); f.seek(0); print(U(f).load())
for bad in (b"", b"x", b"\x80\x09.", b"cnope\nx\n.", b"I1\n", b"(.", b"0.", b"\x80\x04\x95\xff"):
    try: print(pickle.loads(bad))
    except Exception as e: print(type(e).__name__, e)
f = io.BytesIO(); p = pickle.Pickler(f); p.dump([1]); p.dump("two"); f.seek(0); print(pickle.load(f), pickle.load(f))
print(pickle.dumps([1, "a"], 0), pickle.dumps((1, None), 2), pickle.dumps({"a": 1.5}))
