# Endless recursion through natives that call back
import functools
def attempt(name, f):
    try: r = f(); print(name, 'returned', type(r).__name__)
    except RecursionError as e: print(name, '->', e)
    except BaseException as e: print(name, '!!', type(e).__name__, e)
def key(x): return sorted([1, 2], key=key)
attempt('sorted', lambda: sorted([3], key=key))
attempt('max', (lambda f: lambda: f(f))(lambda f: max([1], key=lambda x: f(f))))
def m(x): return list(map(m, [1]))
attempt('map', lambda: m(1))
def red(a, b): return functools.reduce(red, [1, 2])
attempt('reduce', lambda: red(1, 2))
def g():
    yield from g()
attempt('yieldfrom', lambda: list(g()))
def gg():
    for x in gg(): yield x
attempt('genfor', lambda: list(gg()))
def comp(): return [comp() for _ in [1]]
attempt('comp', comp)
def genexp(): return list(genexp() for _ in [1])
attempt('genexp', genexp)
def cls():
    class X: y = cls()
attempt('class', cls)
def ex(): exec('ex()')
attempt('exec', ex)
def ev(): return eval('ev()')
attempt('eval', ev)
