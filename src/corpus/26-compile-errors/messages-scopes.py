sources = """
nonlocal x
global x; x = 1
def f(): x = 1; global x
def f(x): global x
def f(x): nonlocal x
def f(): nonlocal q
continue
class A: return 1
await x
async
"""
for line in sources.strip("\n").split("\n"):
    try:
        compile(line + "\n", "t.py", "exec")
        print(f"{line!r:32} fine")
    except SyntaxError as e:
        print(f"{line!r:32} {type(e).__name__}: {e.msg} ({e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset})")
