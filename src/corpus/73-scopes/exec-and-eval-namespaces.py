g = {"a": 1}
exec("b = a + 1", g); print(sorted(k for k in g if k != "__builtins__"), "__builtins__" in g)
l = {}
exec("c = a; d = 2", g, l); print(l, eval("c + d", g, l))
def f():
    v = 1
    exec("v = 2; w = 3")
    return v, sorted(locals())
print(f())
class NS(dict):
    def __missing__(self, k): return "made " + k
print(eval("foo + bar", {}, NS()))
exec("def h(): return a", g); g["a"] = 7; print(g["h"]())
try: eval("x = 1")
except SyntaxError as e: print(e.msg)
for bad in (5, None, [1]):
    try: exec(bad)
    except TypeError as e: print(e)
try: eval("1", 5)
except TypeError as e: print(e)
print(eval("  1 + 1"), eval(compile("2", "n", "eval")), exec(compile("q = 1", "n", "exec")))
