def f(a, b=[]): b.append(a); return b
print(f(1), f(2), f(3, []), f.__defaults__)
n = 1
def g(x=n): return x
n = 2; print(g())
def h(*, k={}): k[len(k)] = 1; return k
print(h(), h(), h.__kwdefaults__)
f.__defaults__ = (0, "x")
try: f(1)
except AttributeError as e: print(e)
f.__defaults__ = None
try: f(1)
except TypeError as e: print(e)
fs = [lambda i=i: i for i in range(3)]; print([q() for q in fs])
def order(a=print("a"), b=print("b")): pass
class D: 
    v = 3
    def m(self, x=v): return x
print(D().m())
