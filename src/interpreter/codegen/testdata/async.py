import asyncio
async def f(a):
    async with a as b, c:
        await b
    async for i in a:
        if i: continue
        break
    else:
        return 1
    x = [i async for i in a if await i]
    y = {await z for z in a}
    g = (i async for i in a)
    async def inner():
        yield 1
        await asyncio.sleep(0)
        return
    try:
        await a
    finally:
        await b
    return [j for i in a for j in await i]
async def lock(l):
    async with l:
        return await l.get()
