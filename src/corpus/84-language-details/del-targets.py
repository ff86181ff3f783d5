a = [1, 2, 3, 4]; d = {"k": 1, "j": 2}
class O: pass
o = O(); o.x = o.y = 1; x = y = z = 5
del a[0], d["k"], o.x, x
del (y, z), a[:1]
print(a, d, vars(o), [n for n in ("x", "y", "z") if n in globals()])
class T:
    def __delitem__(self, k): print("delitem", k)
    def __delattr__(self, n): print("delattr", n)
t = T(); del t[1], t[1:2, ...], t.q; del [t[0], (t.r)]
for code in ("del 5", "del f()", "del (a, 1)", "del a + b", "del *a", "del None", "del a if b else c", "del (yield)", "del []"):
    try: compile(code, "f", "exec"); print(code, "compiles")
    except SyntaxError as e: print(code, "|", e.msg)
