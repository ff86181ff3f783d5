def f[T, *Ts, **P](a: T, b: T = 1, *, c: int = 2) -> T:
    return a
class C[T: int, U: (str, bytes)](Base[T]):
    x: T
    def m[V](self, v: V) -> U: return super().m(v)
type A = int
type B[T] = list[T]
class D:
    type Local = int | D
    y = 1
    def g[T: y](self): return T
async def h[T](): yield T
@dec
def deco[T](x=1): pass
