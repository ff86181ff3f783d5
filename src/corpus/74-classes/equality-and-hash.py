class A:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, A) and self.v == o.v
print(A(1) == A(1), A(1) != A(1), A(1) in [A(1)], A.__hash__)
for code in ("hash(A(1))", "{A(1)}", "{A(1): 2}", "frozenset([A(1)])"):
    try: eval(code)
    except TypeError as e: print(e)
class B(A):
    def __hash__(self): return hash(self.v)
print(len({B(1), B(1), B(2)}), {B(1): "x"}[B(1)], B(1) == A(1), A(1) == B(1))
class C(A): __hash__ = object.__hash__
print(len({C(1), C(1)}))
class D:
    def __eq__(self, o): return NotImplemented
print(D() == D(), D() != D(), D() == 5, [D()] == [D()])
class E:
    def __eq__(self, o): print("eq"); return False
e = E(); print(e in [e], [e] == [e], (e,) == (e,), {1: e} == {1: e}, e == e, [e].index(e), [e].count(e))
class F:
    def __ne__(self, o): return "ne"
print(F() != 1, F() == 1, not F() == F())
class G:
    def __eq__(self, o): raise ValueError("cmp")
    __hash__ = lambda self: 1
for code in ("G() == 1", "G() in [1]", "{G(): 1}[G()]", "[G()].remove(2)"):
    try: print(eval(code))
    except ValueError as x: print(code, x)
