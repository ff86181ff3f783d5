sources = """
def f(a, a): pass
def f(a=1, b): pass
def f(*): pass
def f(**k, a): pass
def f(*a, *b): pass
def f(a, /, b, /): pass
def f() -> : pass
def f(x:): pass
def 5(): pass
def f(5): pass
def f("a"): pass
lambda x, x: 1
lambda
class
class A(
class 5: pass
@
@x
"""
for line in sources.strip("\n").split("\n"):
    try:
        compile(line + "\n", "t.py", "exec")
        print(f"{line!r:32} fine")
    except SyntaxError as e:
        print(f"{line!r:32} {type(e).__name__}: {e.msg} ({e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset})")
