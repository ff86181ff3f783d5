from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress
import io
@contextmanager
def cm(n, swallow=False):
    print("enter", n)
    try: yield n
    except Exception as e:
        print(n, "saw", repr(e))
        if not swallow: raise
    finally: print("exit", n)
with ExitStack() as s:
    print(s.enter_context(cm(1)), s.enter_context(cm(2, True))); s.callback(print, "callback", 5); s.push(lambda *a: print("push", a[0]))
    1 / 0
print("after")
with ExitStack() as s:
    s.enter_context(cm("a")); kept = s.pop_all()
print("kept"); kept.close()
try:
    with ExitStack() as s:
        s.callback(lambda: 1 / 0); s.callback(lambda: [][0]); raise KeyError("first")
except ZeroDivisionError as e: print(repr(e.__context__), repr(e.__context__.__context__))
try: ExitStack().enter_context(5)
except TypeError as e: print(e)
with suppress(KeyError, IndexError) as x: {}["a"]
print(x)
f = io.StringIO()
with redirect_stdout(f): print("captured")
print(repr(f.getvalue()))
with nullcontext(7) as n: print(n)
class Cl:
    def close(self): print("closed")
with closing(Cl()): pass
with suppress(ValueError): raise ExceptionGroup("g", [ValueError(1)])
try:
    with suppress(ValueError): raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except* KeyError as g: print(g.exceptions)
@contextmanager
def bad(): 
    if False: yield
try:
    with bad(): pass
except RuntimeError as e: print(e)
@contextmanager
def twice(): yield 1; yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
@cm("deco")
def f(): print("in f")
f(); f()
