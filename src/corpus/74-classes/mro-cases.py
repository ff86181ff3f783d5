class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(B, A): pass
def names(c): return [k.__name__ for k in c.__mro__]
print(names(C), names(D))
for bases in ("(C, D)", "(O, A)", "(A, A)", "(object, A)", "(A, object)", "()", "(C, B)"):
    try: print(bases, names(type("X", eval(bases), {})))
    except TypeError as e: print(bases, str(e).replace("\n", "|"))
class M(type):
    def mro(cls): print("mro", cls.__name__); return [cls, B, object] if cls.__name__ == "W" else super().mro()
class W(A, metaclass=M): pass
print(names(W), issubclass(W, A), issubclass(W, B), W.__bases__)
class BadMro(type):
    def mro(cls): return [cls, 5]
try:
    class V(metaclass=BadMro): pass
except TypeError as e: print(e)
print(C.mro() == list(C.__mro__), type.mro(C)[0].__name__, int.__mro__, bool.__bases__, super(C, C()).__thisclass__.__name__)
