class V:
    def __init__(self, n): self.n = n
    def __lt__(self, o): print("lt", self.n, o.n); return self.n < o.n
    def __bool__(self): print("bool", self.n); return bool(self.n)
print(V(1) < V(2) < V(3)); print(V(3) < V(2) < V(1)); print(not V(0)); print((V(0) or V(2)).n, (V(1) and V(0)).n, (V(0) and V(9)).n)
class R:
    def __lt__(self, o): return "truthy"
    def __eq__(self, o): return []
print(R() < 1, R() == 1, R() < 1 < 2, R() == 1 == 2, not R() == 1, R() in [5], [R()] == [R()])
class B:
    def __bool__(self): return 5
for code in ("bool(B())", "not B()", "1 if B() else 2", "B() and 1", "all([B()])", "while_()"):
    try: print(eval(code))
    except Exception as e: print(code, type(e).__name__, e)
print(1 < 2 == 2 != 3 > 0 in [0], 1 == 1 in [1], (1 == 1) in [1], not 1 in [2], 1 is not None is not 5 if False else 0, None is None, 3 > 2 > 1, 3 > 1 > 2, "a" < "b" < "c", [] is [], () == ())
