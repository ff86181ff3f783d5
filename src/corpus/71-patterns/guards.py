def f(v):
    log = []
    def g(x): log.append(x); return x
    match v:
        case [a, b] if g(a) > g(b): r = "desc"
        case [a, b] if g(a == b): r = "same"
        case [a, b] if (m := a * b) > 10: r = ("product", m)
        case _ if g("last"): r = "default"
    return r, log
for v in ([2, 1], [1, 1], [3, 4], [1, 2], 5): print(f(v))
try:
    match 1:
        case x if 1 / 0: pass
except ZeroDivisionError as e: print(e, x)
