def f(v):
    match v:
        case bool(b): return ("bool", b)
        case int(n): return ("int", n)
        case str(s): return ("str", s)
        case list([a, *_]): return ("list", a)
        case dict({"k": x}): return ("dict", x)
        case tuple(t): return ("tuple", t)
        case float() | complex(): return "inexact"
        case set(s): return ("set", sorted(s))
        case bytes(b): return b
    return "other"
for v in (True, 5, "s", [1, 2], [], {"k": 2}, {}, (1,), 1.5, 2j, {2, 1}, frozenset(), b"q", None):
    print(f(v))
try:
    match 5:
        case int(1, 2): pass
except TypeError as e: print(e)
try:
    match 5:
        case int(real=r, imag=i): print(r, i)
        case object(x): pass
except TypeError as e: print(e)
