a, (b, [c, *d]), *e = 1, (2, "xyz"), 3, 4; print(a, b, c, d, e)
*a, = "ab"; print(a); [a] = [5]; (b,) = {7}; print(a, b); a, b = b, a; print(a, b)
first, *_, last = range(5); print(first, last, _)
print([*range(2), *"ab"], (*[1], 2), {*"aa"}, {**{"x": 1}, **{"x": 2}}, *[], *(1, 2))
def f(*a, **k): return a, k
print(f(*[1], 2, *(3,), x=1, **{"y": 2}), f(*"ab", **dict(z=1)), f(*iter([1])), f(**{}))
for i, (j, *k) in enumerate([(1, 2, 3), "ab"]): print(i, j, k)
print([x + y for x, y in zip("ab", "cd")], {k: v for k, (v, *_) in {"a": [1, 2]}.items()})
for code in ("a, b = 1", "a, b = 1,", "a, b = 1, 2, 3", "a, *b, c = [1]", "*a, = 5", "(a, b), c = 1, 2", "a, b = {}", "[*5]", "{**5}", "f(*5)", "f(**5)", "f(**{1: 2})", "f(x=1, **{'x': 2})", "a, b = None", "*a, *b = 1"):
    try: exec(code); print(code, "ok")
    except (TypeError, ValueError) as e: print(code, "|", type(e).__name__, e)
    except SyntaxError as e: print(code, "| SyntaxError", e.msg)
x = [1, 2, 3]; x[0], x[1:] = "p", "qr"; print(x)
class O: pass
o = O(); o.a, o.b = 1, 2; print(vars(o)); (o.a), [o.b] = 3, [4]; print(vars(o)); a = [0]; i = 0; i, a[i] = 0, 9; print(a)
