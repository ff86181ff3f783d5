# Awaitables of an asynchronous generator: states and messages
async def gen():
    try:
        yield 1
        yield 2
    except ValueError as e:
        yield 'caught'
def drive(c):
    try:
        while True:
            print('yielded', c.send(None))
    except StopIteration as e:
        return ('stop', e.value)
    except BaseException as e:
        return (type(e).__name__, str(e))
g = gen()
a = g.asend(None)
print(drive(a)); print(drive(a))
b = g.__anext__()
b.close(); print(drive(b))
print(drive(g.athrow(ValueError('v'))))
print(drive(g.__anext__())); print(drive(g.__anext__())); print(drive(g.aclose())); print(drive(g.athrow(KeyError('z'))))
class Y:
    def __await__(self):
        yield 'tick'
        return 7
async def slow():
    x = await Y()
    yield x
    yield x+1
g = slow()
a = g.asend(None)
print(a.send(None))
c = g.asend(None)
print(drive(c)); print(g.ag_running)
print(drive(g.aclose()))
print(drive(g.athrow(ValueError)))
print(drive(a)); print(g.ag_running)
async def ignore():
    try:
        yield 1
    except GeneratorExit:
        yield 2
g = ignore(); drive(g.asend(None)); print(drive(g.aclose()))
async def ignore2():
    try:
        yield 1
    finally:
        await Y()
g = ignore2(); drive(g.asend(None)); print(drive(g.aclose())); print(drive(g.aclose()))
g = ignore2(); drive(g.asend(None)); ac = g.aclose(); print(ac.send(None))
try: ac.throw(KeyError('in close'))
except KeyError as e: print('KeyError', e, e.__context__)
async def stop():
    raise StopIteration(3)
    yield
print(drive(stop().asend(None)))
async def stopa():
    raise StopAsyncIteration(3)
    yield
print(drive(stopa().asend(None)))
async def co():
    raise StopIteration
print(drive(co()))
for bad in [lambda: aiter(3), lambda: anext(3), lambda: g.asend(), lambda: g.athrow(), lambda: gen().send, lambda: iter(gen()), lambda: next(gen())]:
    try: r = bad(); print(type(r)); print(drive(r))
    except Exception as e: print(type(e).__name__, e)
try:
    a = gen().asend(None); a.throw(3)
except TypeError as e: print(e)
a = gen().asend(None)
try: a.throw(ValueError('now'))
except ValueError as e: print(e)
print(drive(a))
class AI:
    def __aiter__(self): return self
    def __init__(self): self.n=0
    async def __anext__(self):
        self.n+=1
        if self.n > 2: raise StopAsyncIteration
        return self.n
async def use():
    it = AI()
    print(await anext(it), await anext(it, 'd'), await anext(it, 'd'), await anext(it, 'd2'))
    try: await anext(it)
    except StopAsyncIteration as e: print('StopAsync', e)
    async for x in AI():
        print(x)
        if x == 2: break
    else: print('no')
    async for x in AI(): pass
    else: print('else')
    print([x async for x in AI() if await aw(x)])
    print(sorted({x async for x in AI()}), [await aw(i) for i in range(2)], [i for i in range(3) if await aw(i)])
    ge = (await aw(i) async for i in AI())
    print(type(ge), [x async for x in ge])
async def aw(x): return x > 1
print(drive(use()))
class B1:
    pass
class B2:
    def __aiter__(self): return 3
class B3:
    def __aiter__(self): return self
    def __anext__(self): return 3
class B4:
    def __await__(self): return 3
class B5:
    def __await__(self): return aw(1)
class B6:
    async def __aenter__(self): pass
class B7:
    def __aenter__(self): return 3
    def __aexit__(self,*a): return 3
class B8:
    async def __aenter__(self): return 3
    def __aexit__(self,*a): return 3
async def f(o):
    async for x in o: pass
async def h(o):
    await o
async def w(o):
    async with o: pass
for o in [B1(), B2(), B3()]: print(drive(f(o)))
for o in [B1(), B4(), 3]: print(drive(h(o)))
for o in [B1(), B6(), B7(), B8()]: print(drive(w(o)))
c = aw(1)
print(drive(c)); print(drive(c)); c.close()
c = aw(1)
try: c.send(5)
except TypeError as e: print(e)
c.close(); print(drive(c))
async def self_await():
    await me
me = self_await(); print(drive(me))
print(gen().asend.__doc__, gen().__class_getitem__, type(gen())[int])
import inspect
g = gen(); print(inspect.isasyncgen(g), inspect.isasyncgenfunction(gen), inspect.getasyncgenstate(g)); drive(g.asend(None)); print(inspect.getasyncgenstate(g), inspect.getasyncgenlocals(g))
