class A:
    def f(self, *a): return a
    s = staticmethod(lambda *a: a)
    c = classmethod(lambda cls, *a: (cls.__name__, a))
    l = len
    p = print
    k = int
    g = lambda self: "lam"
a = A(); print(a.f(1), a.s(1), a.c(1), A.f(5, 6), A.s(2), A.c(2), a.k("5"), a.g())
m = a.f; print(m.__self__ is a, m.__func__ is A.f, m == a.f, m is a.f, hash(m) == hash(a.f), m.__name__, a.f.__doc__, A.f is A.f, a.c.__self__ is A)
for code in ("A.f()", "A.g()", "a.g(1)", "m.x = 1", "A.f.x", "m.__func__ = 1", "a.c.__func__(A, 1)", "type(m)(len, 5)()", "type(m)(5, 5)", "type(m)(len, None)", "staticmethod(5)()", "classmethod(5).__get__(1)()"):
    try: exec(code if " = " in code else f"print({code})")
    except Exception as e: print(code, "|", type(e).__name__, e)
A.f.attr = 1; print(m.attr, a.f.__call__(3), A.__dict__["s"].__func__(1), A.__dict__["c"].__wrapped__(int, 2), staticmethod(len)("ab"))
a.f = lambda *x: ("own", x); print(a.f(1)); del a.f; print(a.f(1))
class B(A):
    def f(self): return super().f("from B")
print(B().f(), B.c(3), list(map(a.f, [1, 2])), sorted(["b", "a"], key=str.upper))
