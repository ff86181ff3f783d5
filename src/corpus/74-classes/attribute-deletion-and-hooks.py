class A:
    x = 1
    def __init__(self): self.y = 2
    def __delattr__(self, n): print("del", n); object.__delattr__(self, n)
    def __setattr__(self, n, v): print("set", n, v); object.__setattr__(self, n, v)
    def __getattribute__(self, n):
        if n.startswith("q"): print("getattribute", n)
        return object.__getattribute__(self, n)
    def __getattr__(self, n): print("getattr", n); return n.upper()
a = A(); print(a.y, a.x, a.quux); del a.y
try: del a.x
except AttributeError as e: print(e)
print(vars(a), hasattr(a, "zz"), getattr(a, "ww", 5)); a.__dict__["w"] = 5; print(a.w); a.__dict__ = {"n": 1}; print(a.n)
for code in ("a.__dict__ = 5", "del a.__dict__; print(a.__dict__)", "object().x = 1", "object().__dict__", "vars(5)", "setattr(a, 5, 1)", "getattr(a, 5)", "delattr(5, 'x')", "(5).real = 1", "int.x = 1", "del int.real", "None.x", "a.x.y.z"):
    try: exec(code if "=" in code or code.startswith("del") else f"print({code})")
    except (AttributeError, TypeError) as e: print(code, "|", type(e).__name__, e)
