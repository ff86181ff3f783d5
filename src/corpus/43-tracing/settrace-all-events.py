# Every event of sys.settrace through the kinds of statements
import sys
log = []
def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__: return None
    co = frame.f_code
    if event == 'exception': a = (arg[0].__name__, str(arg[1]))
    elif event == 'return': a = repr(arg) if not hasattr(arg, 'gi_frame') and not hasattr(arg,'__dict__') else type(arg).__name__
    else: a = arg
    log.append(f"{event} {co.co_name}:{frame.f_lineno} {a}")
    return tracer
def run(f, *args):
    log.clear()
    sys.settrace(tracer)
    try:
        f(*args)
    except BaseException as e:
        log.append(f'raised {e!r}')
    finally:
        sys.settrace(None)
    print('==', f.__name__)
    for l in log: print(l)

def loops(n):
    t = 0
    for i in range(n):
        if i % 2:
            continue
        t += i
    else:
        t += 100
    while t > 98:
        t -= 1
    for x in [1]: pass
    for y in (z for z in 'ab'): t += 1
    return t
run(loops, 3)
def oneline():
    for i in range(2): pass
    while i < 3: i += 1
    return [x for x in range(3)]
run(oneline)
def comp():
    a = [x * 2
         for x in range(2)
         if x]
    b = {k: v for k, v in
         zip('ab', 'cd')}
    c = list(y
             for y in a)
    return a, b, c
run(comp)
def tryf():
    try:
        x = 1
        raise ValueError('v')
    except KeyError:
        x = 2
    except ValueError as e:
        x = 3
    else:
        x = 4
    finally:
        x = 5
    return x
run(tryf)
def tryret():
    try:
        return 1
    finally:
        y = 2
run(tryret)
def nested():
    def inner():
        raise KeyError('k')
    try:
        inner()
    except KeyError:
        pass
    inner()
run(nested)
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): return True
def withf():
    with CM() as c:
        x = 1
    with CM():
        raise ValueError
    with CM() as a, \
         CM() as b:
        x = 2
    return x
run(withf)
def gen():
    x = yield 1
    yield 2
    return 3
def usegen():
    for v in gen():
        w = v
    g = gen()
    next(g)
    g.send('s')
    try:
        next(g)
    except StopIteration as e:
        r = e.value
    g = gen(); next(g)
    try:
        g.throw(ValueError('t'))
    except ValueError:
        pass
    g = gen(); next(g); g.close()
    return r
run(usegen)
def yf():
    r = yield from gen()
    return r
def useyf():
    return list(yf())
run(useyf)
def klass():
    class A:
        x = 1
        def f(self):
            return 2
    return A().f()
run(klass)
def deco(f): return f
def deco2(a):
    def d(f): return f
    return d
def usedeco():
    @deco
    @deco2(1)
    def g(a=1,
          b=2):
        return a
    return g()
run(usedeco)
def matchf(v):
    match v:
        case 1:
            return 'one'
        case [a, b]:
            return a
        case {'k': x}:
            return x
        case _:
            pass
run(matchf, 1); run(matchf, [1, 2]); run(matchf, {'k': 1}); run(matchf, 'z')
def lam():
    f = lambda x: x + 1
    return f(
        2,
    )
run(lam)
def cond(a):
    x = (1 if a else
         2)
    return a and \
        x or \
        3
run(cond, 0); run(cond, 1)
async def co():
    await aw()
    async for x in ag():
        y = x
    async with ACM() as z:
        pass
    return [q async for q in ag()]
async def aw(): return 1
async def ag():
    yield 1
    yield 2
class ACM:
    async def __aenter__(self): return 1
    async def __aexit__(self, *a): return None
def useco():
    try: co().send(None)
    except StopIteration as e: return e.value
run(useco)
def multi():
    x = 1; y = 2
    assert x, 'no'
    del y
    import os
    if x: return x
    global zz
    zz = f'{x}' \
        f'{x}'
run(multi)
def longcall():
    return max(
        1,
        min(
            2,
            3))
run(longcall)
