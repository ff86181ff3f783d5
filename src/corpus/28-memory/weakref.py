import weakref


class T:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"T({self.n})"


t = T(1)
r = weakref.ref(t)
print(r() is t, r())
del t
print(r())
t = T(2)
r = weakref.ref(t, lambda ref: print("callback", ref is r, ref()))
t = None
print("after")
cache = weakref.WeakValueDictionary()
v = T(3)
cache["v"] = v
print(cache["v"], len(cache), "v" in cache)
del v
print(len(cache), cache.get("v"))
t = T(4)
p = weakref.proxy(t)
print(p.n)
p.n = 5
print(t.n)
del t
try:
    p.n
except ReferenceError as e:
    print(type(e).__name__, e)
for bad in (5, "s", [], (1,), None):
    try:
        weakref.ref(bad)
    except TypeError as e:
        print(e)
keys = weakref.WeakKeyDictionary()
k = T(6)
keys[k] = "data"
print(len(keys), keys[k])
del k
print(len(keys))
s = weakref.WeakSet()
k = T(7)
s.add(k)
print(len(s))
del k
print(len(s))


class Slotted:
    __slots__ = ()


try:
    weakref.ref(Slotted())
except TypeError as e:
    print(e)
k = T(8)
print(weakref.ref(k) is weakref.ref(k), weakref.getweakrefcount(k), weakref.ref(k) == weakref.ref(k))
f = weakref.finalize(k, print, "finalised", 8)
print(f.alive)
del k
print(f.alive)
