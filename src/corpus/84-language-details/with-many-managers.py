class M:
    def __init__(self, n, swallow=False, fail=None): self.n, self.swallow, self.fail = n, swallow, fail
    def __enter__(self):
        print("enter", self.n)
        if self.fail == "enter": raise RuntimeError("enter " + self.n)
        return self.n
    def __exit__(self, t, v, tb):
        print("exit", self.n, t and t.__name__)
        if self.fail == "exit": raise RuntimeError("exit " + self.n)
        return self.swallow
with M("a") as a, M("b") as b: print(a, b)
with (M("c") as c, M("d", True)): raise KeyError("k")
try:
    with M("e"), M("f", fail="enter"): print("never")
except RuntimeError as e: print(e)
try:
    with M("g", fail="exit"): raise KeyError("first")
except RuntimeError as e: print(e, repr(e.__context__))
with M("h", True), M("i", fail="exit"): pass
for x in range(2):
    with M("j"): continue
def f():
    with M("k"): return "returned"
print(f())
