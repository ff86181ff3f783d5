sources = """
f(a=1, 2)
f(**k, *a)
f(a=1, a=2)
f(x for x in y, 1)
f(1=2)
f(True=1)
f(a.b=1)
print(*)
x()
x[
x[]
x.1
x.
.x
"""
for line in sources.strip("\n").split("\n"):
    try:
        compile(line + "\n", "t.py", "exec")
        print(f"{line!r:32} fine")
    except SyntaxError as e:
        print(f"{line!r:32} {type(e).__name__}: {e.msg} ({e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset})")
