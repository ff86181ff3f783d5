# asyncio: locks, events, conditions, semaphores, barriers, queues.
import asyncio


async def locks():
    lock = asyncio.Lock()
    log = []

    async def worker(name):
        async with lock:
            log.append(name + "+")
            await asyncio.sleep(0)
            log.append(name + "-")

    await asyncio.gather(*(worker(n) for n in "abc"))
    print(log, lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


async def events():
    event = asyncio.Event()

    async def waiter(n):
        await event.wait()
        return n

    tasks = [asyncio.create_task(waiter(n)) for n in range(3)]
    await asyncio.sleep(0)
    print(event.is_set(), [t.done() for t in tasks])
    event.set()
    print(await asyncio.gather(*tasks))


async def conditions():
    condition = asyncio.Condition()
    items = []

    async def consumer():
        async with condition:
            await condition.wait_for(lambda: items)
            return items.pop()

    task = asyncio.create_task(consumer())
    await asyncio.sleep(0)
    async with condition:
        items.append("item")
        condition.notify_all()
    print(await task)


async def semaphores():
    semaphore = asyncio.Semaphore(2)
    running = most = 0

    async def limited():
        nonlocal running, most
        async with semaphore:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*(limited() for _ in range(6)))
    print("at once:", most)
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)


async def barriers():
    barrier = asyncio.Barrier(3)

    async def party(n):
        async with barrier as place:
            return place

    print(sorted(await asyncio.gather(*(party(n) for n in range(3)))), barrier.n_waiting, barrier.broken)


async def queues():
    queue = asyncio.Queue(maxsize=2)

    async def producer():
        for i in range(5):
            await queue.put(i)
        await queue.put(None)

    async def consumer():
        got = []
        while (item := await queue.get()) is not None:
            got.append(item)
            queue.task_done()
        queue.task_done()
        return got

    task = asyncio.create_task(producer())
    print(await consumer(), queue.empty(), queue.qsize())
    await task
    await queue.join()
    for kind in (asyncio.PriorityQueue, asyncio.LifoQueue):
        queue = kind()
        for item in (3, 1, 2):
            queue.put_nowait(item)
        print(kind.__name__, [queue.get_nowait() for _ in range(3)])
        try:
            queue.get_nowait()
        except asyncio.QueueEmpty as error:
            print(repr(error))
    full = asyncio.Queue(1)
    full.put_nowait(1)
    try:
        full.put_nowait(2)
    except asyncio.QueueFull as error:
        print(repr(error), full)


async def callbacks():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: print("done:", f.result()))
    loop.call_soon(print, "soon")
    loop.call_later(0.2, print, "later")
    loop.call_later(0.01, future.set_result, 42)
    print(await future, future.done())
    await asyncio.sleep(0.3)
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print(type(error))
    print(loop.is_running(), loop.is_closed(), len(asyncio.all_tasks()), asyncio.current_task().get_coro().__name__)


async def generators():
    async def ticker(n):
        for i in range(n):
            yield i
            await asyncio.sleep(0)

    print([i async for i in ticker(4)])
    async for i in ticker(2):
        print("tick", i)


for main in (locks, events, conditions, semaphores, barriers, queues, callbacks, generators):
    print("--", main.__name__)
    asyncio.run(main())
with asyncio.Runner() as runner:
    print(runner.run(asyncio.sleep(0, "through a runner")))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(asyncio.sleep(0, "by hand")), loop.is_closed())
loop.close()
print(loop.is_closed())
try:
    loop.run_until_complete(asyncio.sleep(0))
except RuntimeError as error:
    print(error)
