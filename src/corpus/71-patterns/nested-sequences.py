def f(v):
    match v:
        case [[a, b], [c, *d]]: return a, b, c, d
        case [{"k": [x, _]}, str(s)]: return x, s
        case [(1 | 2) as n, [*_, last]]: return n, last
    return None
for v in ([[1, 2], [3]], ([1, 2], (3, 4, 5)), [{"k": [1, 2], "j": 0}, "s"], [2, "ab"], [2, [7, 8]], [3, [1]]):
    print(f(v))
