class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self): self.n += 1; return self.n
def g(): yield from It()
a = g(); print(next(a), next(a), a.send(None))
try: a.send(5)
except AttributeError as e: print(e)
class Full(It):
    def send(self, v): print("send", v); return "s"
    def throw(self, e): print("throw", repr(e)); return "t"
    def close(self): print("close")
def h(): yield from Full()
b = h(); print(next(b), b.send(3), b.throw(ValueError("x"))); b.close()
def k():
    try: yield from It()
    except ValueError as e: print("here", e); yield "after"
c = k(); next(c); print(c.throw(ValueError("y")))
