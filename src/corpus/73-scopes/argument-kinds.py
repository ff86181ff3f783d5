def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, x=7), f(1, d=2, a=3, b=4))
for call in ("f()", "f(1)", "f(1, c=2)", "f(d=1)", "f(1, d=2, d=3)", "f(*[1], d=1, **{'d': 2})", "f(1, **{'d': 2, 3: 4})", "f(1, d=2, *[3])", "f(**{'a': 1, 'd': 2})", "f(1, *5, d=1)", "f(1, d=1, **5)", "f(1, 2, 3, c=4, d=5)"):
    try: print(call, eval(call))
    except (TypeError, SyntaxError) as e: print(call, type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
def g(*, a, b): pass
for kw in ({}, {"a": 1}, {"a": 1, "b": 2, "c": 3}, {"c": 3, "d": 4}):
    try: print(g(**kw))
    except TypeError as e: print(e)
def h(a, b, c): pass
for args in ((), (1,), (1, 2), (1, 2, 3, 4)):
    try: print(h(*args))
    except TypeError as e: print(e)
def k(a, b=1, *, c): pass
for args, kw in (((1, 2, 3), {}), ((1, 2, 3), {"c": 1}), ((), {"b": 1, "c": 1})):
    try: k(*args, **kw)
    except TypeError as e: print(e)
