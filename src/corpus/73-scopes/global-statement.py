x = 1
def f():
    global x, y
    x = 2
    y = 3
f(); print(x, y)
def g():
    global x
    def h(): return x
    x = 5
    return h()
print(g())
def k():
    x = 10
    def m():
        global x
        x += 1
        return x
    return m(), x
print(k(), x)
class C:
    global z
    def z(): return "z"
print(z())
for global_name in ("x", "y"): print(global_name, globals()[global_name])
