class P:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag; print("sub", cls.__name__, tag)
class A(P, tag="a"): pass
class B(A): pass
for code in ("class C(P, other=1): pass", "class D(tag=1): pass", "type('E', (P,), {}, tag='t')", "type('F', (), {}, x=1)", "class G(P, metaclass=type, tag=2): pass", "object.__init_subclass__(x=1)"):
    try: exec(code); print("ok", code)
    except TypeError as e: print(code, "|", e)
class Q:
    @classmethod
    def __init_subclass__(cls, **kw): raise ValueError("no subclass " + cls.__name__)
try:
    class R(Q): pass
except ValueError as e: print(e)
class Order:
    def __init_subclass__(cls): print("init_subclass sees", cls.attr.name)
class Named:
    def __set_name__(self, o, n): self.name = n; print("set_name", n)
class S(Order): attr = Named()
