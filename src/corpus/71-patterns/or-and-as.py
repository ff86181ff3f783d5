def f(v):
    match v:
        case (int() | float()) as n: return ("number", n)
        case ("a" | "b") as s | [s]: return ("s", s)
        case {"x": (1 | 2) as k} as d: return k, d
        case [(1, y) | (y, 1), *_] as whole: return y, whole
for v in (1, 2.5, "a", ["q"], {"x": 2}, {"x": 3}, [(1, 5)], [(6, 1), 0], "c"): print(f(v))
