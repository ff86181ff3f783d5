def f():
    x = "kept"
    r = [x for x in "ab"]
    s = [(x, y) for x in "a" for y in [x * 2]]
    return x, r, s
print(f())
def g(): return [i for i in range(3)], "i" in locals(), sorted(locals())
print(g())
def h(): return [locals() for i in range(1)]
print(h())
print([[j for j in range(i)] for i in range(3)], {k: v for k, v in zip("ab", [1, 2])}, {c for c in "aab"} == {"a", "b"})
y = 5
print([y := y + i for i in range(3)], y)
try: exec("[z := 1 for z in range(2)]")
except SyntaxError as e: print(e)
def late(): return [lambda: i for i in range(2)]
print([f() for f in late()])
