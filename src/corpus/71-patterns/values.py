import math
class C:
    RED, GREEN = "r", "g"
    class D: DEEP = 7
def f(v):
    match v:
        case C.RED: return "red"
        case C.D.DEEP: return "deep"
        case math.pi: return "pi"
        case [C.GREEN, *_]: return "green list"
        case {C.RED: x}: return ("has red", x)
    return None
for v in ("r", 7, 7.0, 3.141592653589793, ["g", 1], {"r": 2}, "g"): print(f(v))
class Eq:
    def __eq__(self, other): print("eq", other); return other == "r"
print(f(Eq()))
