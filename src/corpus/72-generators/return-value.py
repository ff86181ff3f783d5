def g():
    yield 1
    return "done"
it = g(); print(next(it))
try: next(it)
except StopIteration as e: print(e.value, e.args)
try: next(it)
except StopIteration as e: print(e.value)
def outer():
    r = yield from g(); print("inner returned", r); return (r,)
def run(gen):
    while True:
        try: print("value", next(gen))
        except StopIteration as e: return e.value
print(run(outer()))
def t(): return (1, 2); yield
try: next(t())
except StopIteration as e: print(e.value, e.args)
def s(): return StopIteration(5); yield
try: next(s())
except StopIteration as e: print(repr(e.value))
