import types
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self): r = yield self.v; return r
async def f(): return await Aw(1) + await Aw(2)
c = f(); print(c.send(None), c.send(10))
try: c.send(20)
except StopIteration as e: print(e.value)
try: c.send(None)
except RuntimeError as e: print(e)
@types.coroutine
def g(): return (yield "from g")
async def h():
    async with CM() as x: print("in", x)
    return [i async for i in agen()]
class CM:
    async def __aenter__(self): return await g()
    async def __aexit__(self, *a): print("aexit", a[0])
async def agen():
    for i in range(2): yield i
    await g()
c = h(); print(c.send(None), c.send("entered"))
try: c.send(None)
except StopIteration as e: print(e.value)
for bad in ("await_int", "with_sync", "for_sync"):
    async def await_int(): await 5
    async def with_sync():
        async with open: pass
    async def for_sync():
        async for x in [1]: pass
    try: locals()[bad]().send(None)
    except TypeError as e: print(e)
