import gc, weakref
class A:
    def m(self): return "m"
a = A(); r = weakref.ref(a, lambda ref: print("gone", ref() is None)); p = weakref.proxy(a); print(r() is a, p.m(), weakref.getweakrefcount(a), weakref.ref(a) is weakref.ref(a), r == weakref.ref(a), hash(r) == hash(a))
m = weakref.WeakMethod(a.m); print(m()()); del a; print(r(), m())
for code in ("p.m()", "weakref.ref(5)", "weakref.ref('a')", "weakref.proxy([])", "weakref.ref()", "hash(p)"):
    try: print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, e)
d = weakref.WeakValueDictionary(); k = weakref.WeakKeyDictionary(); s = weakref.WeakSet()
x, y = A(), A(); d["x"] = x; k[x] = 1; s.add(x); s.add(y); print(list(d), len(k), len(s), x in s, d.get("x") is x, d.pop("zz", None)); del x; print(list(d), len(k), len(s))
f = weakref.finalize(y, print, "finalized", k=1) if False else weakref.finalize(y, print, "finalized"); print(f.alive, f.peek()[2]); del y; print(f.alive, f())
class N: __slots__ = ()
try: weakref.ref(N())
except TypeError as e: print(e)
class W(A): __slots__ = ("__weakref__",) if False else ()
w = W(); print(type(weakref.ref(w)).__name__, weakref.getweakrefs(w) == [], repr(weakref.ref(w))[:10])
c = A(); c.me = c; r = weakref.ref(c); del c; print(r() is not None); gc.collect(); print(r())
