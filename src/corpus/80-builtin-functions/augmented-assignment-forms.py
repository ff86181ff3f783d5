class L(list):
    def __iadd__(self, o): print("iadd"); return super().__iadd__(o)
    def __getitem__(self, i): print("get", i); return super().__getitem__(i)
    def __setitem__(self, i, v): print("set", i, v); super().__setitem__(i, v)
l = L([1, 2]); l[0] += 5; l += [3]; print(list(l))
t = ([1],)
try: t[0] += [2]
except TypeError as e: print(e, t)
class P:
    def __init__(self): self._v = 1
    @property
    def v(self): print("read"); return self._v
    @v.setter
    def v(self, x): print("write", x); self._v = x
p = P(); p.v += 1; p.v *= 10; print(p._v)
x = 5; x -= 1; x *= 2; x //= 3; x **= 3; x %= 5; x <<= 2; x |= 1; x ^= 7; x &= 0xff; x >>= 1; x /= 4; print(x)
s = "a"; s += "b"; s *= 3; print(s); b = [1]; c = b; b += [2]; print(c is b, c); b = b + [3]; print(c is b)
def f():
    try: y += 1
    except UnboundLocalError as e: print(e)
    global g; g += 1
g = 1; f(); print(g)
d = {}; 
try: d["k"] += 1
except KeyError as e: print(repr(e))
try: None.x += 1
except AttributeError as e: print(e)
n = 10; n += n; n -= -n; print(n); u = (1,); v = u; u += (2,); print(u, v)
