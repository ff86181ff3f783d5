class A: pass
a = A()
a.__len__ = lambda: 5; a.__call__ = lambda: 6; a.__str__ = lambda: "x"; a.__add__ = lambda o: 7; a.__iter__ = lambda: iter([1]); a.__enter__ = lambda: 1; a.__bool__ = lambda: False; a.__eq__ = lambda o: True; a.__hash__ = lambda: 1; a.__getattr__ = lambda n: n; a.__format__ = lambda s: "f"
for code in ("len(a)", "a()", "a + 1", "list(a)", "bool(a)", "a == 5", "a.missing", "exec('with a: pass')", "'object' in str(a)", "a.__len__()", "a[0]", "-a", "hash(a) == 1"):
    try: print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, e)
A.__len__ = lambda self: 9; A.__call__ = lambda self: "called"; print(len(a), a(), bool(a))
del A.__len__
try: len(a)
except TypeError as e: print(e)
class M(type):
    def __call__(cls): return "meta called"
class B(metaclass=M): pass
print(B())
