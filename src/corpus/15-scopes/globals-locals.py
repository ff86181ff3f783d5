x = 1
g = globals()
g["y"] = 2
print(y, g["x"], "x" in vars(), locals() is globals())


def f(a, b=2):
    c = 3
    snapshot = locals()
    d = 4
    return sorted(snapshot.items()), sorted(locals())


print(f(1))


def no_write():
    v = 1
    locals()["v"] = 2
    return v


print(no_write())


class C:
    a = 1
    print(sorted(k for k in locals() if not k.startswith("__")))


print(vars(C)["a"], sorted(k for k in vars(C()) if k))
exec("made_by_exec = x + 1")
print(made_by_exec, eval("x + y"), eval("x + k", {"x": 10, "k": 5}), eval("q", {}, {"q": "local"}))
ns = {}
exec("def h():\n    return 42\nz = h()", ns)
print(ns["z"], sorted(k for k in ns if k != "__builtins__"))
