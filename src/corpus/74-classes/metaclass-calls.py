class M(type):
    @classmethod
    def __prepare__(m, name, bases, **kw): print("prepare", name, kw); return {"injected": 1}
    def __new__(m, name, bases, ns, **kw): print("new", name, sorted(k for k in ns if not k.startswith("__"))); return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print("init", name, kw); super().__init__(name, bases, ns)
    def __call__(cls, *a, **k): print("call", a, k); return super().__call__(*a, **k)
    def __getattr__(cls, n): return "meta " + n
    def __len__(cls): return 42
    def __getitem__(cls, i): return i * 2
    def __contains__(cls, i): return i == 1
    def __iter__(cls): return iter("abc")
    def __repr__(cls): return f"<M {cls.__name__}>"
    def __eq__(cls, o): return o == "same" or cls is o
    def __hash__(cls): return 7
    @property
    def p(cls): return "meta property"
class A(metaclass=M, flag=1):
    y = 2
    def __init__(self, v): self.v = v
print(A(5).v, A.nope, len(A), A[3], 1 in A, list(A), A, A == "same", hash(A), A.p, A.injected)
try: A(1).p
except AttributeError as e: print(e)
class B(A): pass
print(type(B), B.__class__.__name__, isinstance(B, M))
def f(name, bases, ns, **kw): return (name, bases, sorted(ns))
class F(metaclass=f, z=1): q = 1
print(F)
