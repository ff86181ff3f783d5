class P:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


p = P(1)
print(p.x, P.__slots__, hasattr(p, "__dict__"))
p.y = 2
print(p.y)
del p.y
for code in ("p.y", "p.z = 1", "p.__dict__", "del p.y", "P.x.__get__(5)"):
    try:
        exec(code)
    except Exception as e:
        print(type(e).__name__, e)
print(type(P.x).__name__, P.x.__name__)


class Q(P):
    pass


q = Q(1)
q.anything = 5
print(q.__dict__, q.x)


class R(P):
    __slots__ = ("z",)


r = R(1)
r.z = 3
print(r.x, r.z)
try:
    r.w = 1
except AttributeError as e:
    print(e)
for body in ({"__slots__": ("a",), "a": 1}, {"__slots__": ("1x",)}, {"__slots__": (5,)}, {"__slots__": ("a", "__dict__", "__dict__")}):
    try:
        type("Bad", (), body)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


class S:
    __slots__ = ["a", "__dict__"]


s = S()
s.a, s.b = 1, 2
print(s.__dict__)
