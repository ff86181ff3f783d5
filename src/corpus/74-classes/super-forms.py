class A:
    def f(self): return "A.f"
    @classmethod
    def c(cls): return f"A.c({cls.__name__})"
    @staticmethod
    def s(): return "A.s"
    x = "A.x"
class B(A):
    def f(self): return super().f() + "!" + super(B, self).x
    @classmethod
    def c(cls): return super().c() + "!"
    @staticmethod
    def s(): return super(B, B).s() + "!"
    def nested(self): return (lambda: super(B, self).f())(), [super(B, self).f() for _ in "a"]
print(B().f(), B.c(), B().c(), B.s(), B().nested(), super(B, B()).x, super(B, B).f is A.f)
s = super(B, B()); print(s.__self_class__.__name__, s.__self__.__class__.__name__, repr(s)[:18])
u = super(B); print(repr(u), u.__get__(B()).f())
for code in ("super()", "super(5)", "super(B, 5)", "super(B, A)", "super(B, B()).nope", "super(A, B).f()", "super(B, B()).x.__set__", "super(B, B(), 1)"):
    try: print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, e)
def outside(self): return super().f()
B.late = outside
try: B().late()
except RuntimeError as e: print(e)
class K(A):
    def f(self):
        __class__ = 5
        return super().f()
try: print(K().f())
except Exception as e: print(type(e).__name__, e)
class L(A):
    def f(me, *a): me = 5; return super().f()
try: L().f()
except TypeError as e: print(e)
