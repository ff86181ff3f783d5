class A:
    __x = 1
    def __m(self): return "mangled"
    def get(self): return self.__x, self.__m(), A.__x
    __y__ = 2
    def f(self, __arg): return [__arg, "__arg" in locals(), sorted(locals())]
    class __Inner: pass
print(A().get(), A._A__x, A().f(5), sorted(n for n in vars(A) if "A__" in n), A.__y__)
try: A().__x
except AttributeError as e: print(e)
class _Under:
    __v = 1
print(_Under._Under__v)
class __: 
    __w = 3
print(__.__dict__["__w"])
class B:
    def g(self):
        __local = 1
        return [k for k in locals() if "local" in k]
    import sys as __sys
print(B().g(), hasattr(B, "_B__sys"))
setattr(A, "__dyn", 5); print(getattr(A, "__dyn"))
