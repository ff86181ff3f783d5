# Endless recursion through descriptors, metaclasses and constructors
def attempt(name, f):
    try: r = f(); print(name, 'returned', type(r).__name__)
    except RecursionError as e: print(name, '->', e)
    except BaseException as e: print(name, '!!', type(e).__name__, e)
@property
def p(self): return self.p
class P: pass
P.p = p
attempt('property', lambda: P().p)
class D:
    def __get__(self, o, t): return o.d
class E: d = D()
attempt('descr', lambda: E().d)
class M(type):
    def __call__(cls): return cls()
class Mc(metaclass=M): pass
attempt('metacall', lambda: Mc())
class N:
    def __new__(cls): return cls()
attempt('new', lambda: N())
class I:
    def __init__(self): I()
attempt('init', lambda: I())
