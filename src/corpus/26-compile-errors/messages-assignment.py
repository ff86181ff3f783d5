sources = """
x = = 1
f() = 1
a + b = c
None = 1
True = 0
x + 1 += 2
del f()
del 5
(a, 5) = 1, 2
for 5 in x: pass
for x in : pass
with open(x) as 5: pass
*a = 1
*a, *b = 1
x = *a
x := 1
(x := 1, y := )
(a.b := 1)
x: int: 5
(x, y): int
[x]: int
f(): int = 1
x = yield
a <> b
i++
++
"""
for line in sources.strip("\n").split("\n"):
    try:
        compile(line + "\n", "t.py", "exec")
        print(f"{line!r:32} fine")
    except SyntaxError as e:
        print(f"{line!r:32} {type(e).__name__}: {e.msg} ({e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset})")
