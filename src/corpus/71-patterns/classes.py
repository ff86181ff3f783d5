class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def f(p):
    match p:
        case Point(0, 0): return "origin"
        case Point(0, y): return ("on y", y)
        case Point(x=x, y=0): return ("on x", x)
        case Point(x, y) if x == y: return ("diagonal", x)
        case Point(): return "somewhere"
    return "no point"
for p in (Point(0, 0), Point(0, 5), Point(3, 0), Point(2, 2), Point(1, 2), 5):
    print(f(p))
