# sys.set_asyncgen_hooks, generators that nobody finished, throw() in its forms
import sys, types, warnings
log = []
def first(g): log.append(('first', g.__name__))
def fin(g): log.append(('fin', g.__name__))
sys.set_asyncgen_hooks(first, fin)
print(sys.get_asyncgen_hooks()[0] is first, sys.get_asyncgen_hooks().finalizer is fin)
async def g():
    yield 1
    yield 2
def drive(c):
    try: c.send(None)
    except StopIteration as e: return e.value
    except BaseException as e: return repr(e)
x = g(); print(drive(x.__anext__())); print(log); del x; print(log)
x = g(); x.aclose(); print(log); del x; print(log)
sys.set_asyncgen_hooks(None, None); print(sys.get_asyncgen_hooks())
x = g(); drive(x.__anext__()); del x
for bad in [(3,), (None, 3)]:
    try: sys.set_asyncgen_hooks(*bad)
    except TypeError as e: print(e)
async def unfinished():
    try:
        yield 1
    finally:
        print('closing')
x = unfinished(); drive(x.__anext__()); del x
async def unfinished2():
    try:
        yield 1
    finally:
        await types.coroutine(lambda: (yield))()
x = unfinished2(); drive(x.__anext__()); del x
@types.coroutine
def gc():
    yield 1
    return 5
async def c():
    return await gc()
k = c(); print(k.send(None), k.cr_await.__name__, k.cr_suspended, k.cr_running, k.cr_frame.f_lineno, k.cr_code.co_name)
print(drive(k), k.cr_frame, k.cr_await)
def gen2():
    try: raise ValueError('a')
    except ValueError:
        yield 1
it = gen2(); next(it)
try: it.throw(KeyError('b'))
except KeyError as e: print(repr(e.__context__))
def gen3():
    yield 1
it = gen3(); next(it)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    try: it.throw(ValueError, 'msg', None)
    except ValueError as e: print(e)
    print([str(x.message) for x in w])
class It:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *a): print('throw', a); return 'thrown'
    def close(self): print('close')
def d(): yield from It()
it = d(); next(it); print(it.throw(ValueError)); print(it.throw(ValueError('q'))); it.close()
async def na(): pass
na()
del w
sys.set_coroutine_origin_tracking_depth(1)
def outer(): return na()
q = outer(); print(q.cr_origin); q.close()
try: sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as e: print(e)
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(0)
print('end')
