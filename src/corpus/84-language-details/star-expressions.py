a = [1, 2]; b = (3,)
print(*a, *b, sep="|"); x = *a, *b; print(x); y = [*a, 0, *b]; print(y, {*a, *b}, (*a,))
def f():
    return *a, 5
def g():
    yield *a, 6
print(f(), next(g())); d = {}; d[*a] = 1; print(d, d[1, 2]); print(list[*(int, str)] if False else "skip")
for v in *a, *b: print(v, end=" ")
print()
def h(*args: *tuple[int, ...]): return args
print(h(1, 2), h.__annotations__)
class K:
    def __getitem__(self, i): return i
print(K()[*a], K()[*a, 5], K()[1:2, *b])
for code in ("*a", "print(*)", "x = *a", "(*a)", "f(**a, *b)", "*a = 1", "[*a for a in b]", "{**a for a in b}", "{*a: 1}", "del *a", "return *a", "a[*]", "lambda *: 1", "def f(*): pass", "f(a=1, 2)", "f(**k, *a)", "f(*a, **k, b)"):
    try: compile(code, "f", "exec"); print(code, "ok")
    except SyntaxError as e: print(code, "|", e.msg)
