# Asynchronous generators, comprehensions and context managers, driven by hand
import types
async def ag():
    try:
        x = yield 1
        print('got', x)
        yield 2
    finally:
        print('fin')

class Loop:
    def run(self, c):
        try:
            while True:
                v = c.send(None)
                print('loop', v)
        except StopIteration as e:
            return e.value
L = Loop()
async def main():
    async for v in ag():
        print(v)
    a = ag()
    print(await a.asend(None))
    print(await a.asend('hello'))
    print(a.ag_running, a.ag_suspended, a.ag_frame is not None, a.ag_await, a.ag_code.co_name)
    await a.aclose()
    b = ag()
    print(await anext(b))
    try:
        await b.athrow(ValueError('x'))
    except ValueError as e:
        print('caught', e)
    print(await anext(b, 'default'))
    return [x async for x in ag() if x], {x: 1 async for x in ag()}, [y async for y in (z async for z in ag())]
print(L.run(main()))
c = ag()
print(c.__name__, c.__qualname__, type(c), type(c.asend(None)), type(c.aclose()))
try: c.asend(None).send(3)
except TypeError as e: print(e)
@types.coroutine
def sus(v):
    return (yield v)
async def co():
    r = await sus(5)
    return r
print(L.run(co()))
class CM:
    async def __aenter__(self): print('enter'); return 3
    async def __aexit__(self, *a): print('exit', a[0]); return True
async def w():
    async with CM() as x:
        print(x); raise KeyError('k')
L.run(w())
def never():
    async def foo(): pass
    foo()
never()
import sys
sys.set_coroutine_origin_tracking_depth(3)
def mk():
    async def foo2(): pass
    return foo2()
c = mk()
print(c.cr_origin)
c.close()
never()
