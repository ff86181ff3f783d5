from collections import namedtuple
P = namedtuple("P", "x y z", defaults=[0, 9])
p = P(1); print(p, p._replace(y=5), p._asdict(), P._fields, P._field_defaults, P._make([1, 2, 3]), p[0], p.z, p == (1, 0, 9), P.__doc__)
for code in ("P()", "P(1, 2, 3, 4)", "P(1, q=2)", "p._replace(w=1)", "namedtuple('A', 'a a')", "namedtuple('A', 'class')", "namedtuple('1A', 'a')", "namedtuple('A', '_a')", "namedtuple('A', 'a', defaults=[1, 2])", "P._make([1])", "p.x", "setattr(p, 'x', 1)", "p.nope"):
    try: print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, e)
R = namedtuple("R", "a def a _b", rename=True); print(R._fields, R(1, 2, 3, 4))
class Q(P):
    __slots__ = ()
    def s(self): return sum(self)
print(Q(1).s(), Q(1), Q(1)._replace(x=2), P.x.__doc__, hash(p) == hash((1, 0, 9)), sorted([P(2), P(1)])[0], {**p._asdict()}, *p)
