# asyncio: tasks, gather, wait, timeouts, cancelling, shielding.
import asyncio
import time


async def work(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def failing():
    await asyncio.sleep(0)
    raise ValueError("failed on purpose")


async def ten():
    began = time.monotonic()
    print(await asyncio.gather(*(work(i, 0.1) for i in range(10))))
    print("as long as one:", time.monotonic() - began < 0.5)


async def order():
    done = []

    async def note(name, seconds):
        await asyncio.sleep(seconds)
        done.append(name)

    await asyncio.gather(note("c", 0.06), note("a", 0.02), note("b", 0.04))
    print(done)


async def results():
    print(await asyncio.gather(work("a", 0), failing(), return_exceptions=True))
    try:
        await asyncio.gather(work("a", 0), failing())
    except ValueError as error:
        print("gather raised", error)
    task = asyncio.create_task(work("task", 0.01), name="mine")
    print(task.get_name(), task.done())
    print(await task, task.done(), task.result(), task.cancelled(), task.exception())
    task = asyncio.create_task(failing())
    done, pending = await asyncio.wait([task, asyncio.create_task(work("x", 0.02))], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), task.exception())
    for each in pending:
        print(await each)
    for first in asyncio.as_completed([work("slow", 0.05), work("fast", 0.01)]):
        print(await first)


async def timeouts():
    try:
        await asyncio.wait_for(work("late", 1), 0.01)
    except asyncio.TimeoutError as error:
        print("timeout", repr(error))
    try:
        async with asyncio.timeout(0.01) as limit:
            await asyncio.sleep(1)
    except TimeoutError:
        print("expired", limit.expired())
    async with asyncio.timeout(None) as limit:
        print(limit.when(), limit.expired())


async def cancelling():
    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print("cancelled with", error.args)
            raise
        finally:
            print("cleaned up")

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print(task.cancel("enough"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        print(task.cancelled(), task.done())
    inner = asyncio.create_task(work("shielded", 0.02))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.001)
    except TimeoutError:
        print("outer gone, inner", await inner)


async def groups():
    async with asyncio.TaskGroup() as group:
        one = group.create_task(work("one", 0.01))
        two = group.create_task(work("two", 0))
    print(one.result(), two.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(failing())
            group.create_task(work("never", 5))
    except* ValueError as error:
        print(repr(error), error.exceptions)


for main in (ten, order, results, timeouts, cancelling, groups):
    print("--", main.__name__)
    asyncio.run(main())
try:
    asyncio.run(failing())
except ValueError as error:
    print(error)
try:
    asyncio.run(5)
except ValueError as error:
    print(error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
