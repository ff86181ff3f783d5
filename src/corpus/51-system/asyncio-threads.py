# asyncio with threads; what needs a network or another process. Pyodide has no threads.
# oracle: properties
import asyncio
import concurrent.futures
import threading
import time


def slow(n):
    time.sleep(0.5)
    return n * n, threading.current_thread() is threading.main_thread()


async def main():
    began = time.monotonic()
#> [(0, False), (1, False), (4, False)]
    print(await asyncio.gather(*(asyncio.to_thread(slow, n) for n in range(3))))
#> 0.5
    print(round(time.monotonic() - began, 1))
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
#> (16, False)
        print(await loop.run_in_executor(pool, slow, 4))
    future = loop.create_future()
    threading.Timer(0.2, loop.call_soon_threadsafe, [future.set_result, "from a thread"]).start()
#> from a thread
    print(await future)
    done = asyncio.run_coroutine_threadsafe(asyncio.sleep(0, "submitted"), loop)
#> submitted
    print(await asyncio.wrap_future(done))
    for attempt in (
        asyncio.open_connection("127.0.0.1", 80),
        asyncio.open_connection("python.org", 80),
        asyncio.create_subprocess_exec("ls"),
        asyncio.create_subprocess_shell("ls"),
    ):
        try:
            await attempt
        except OSError as error:
#> OSError [Errno 97] there is no network in here: only pairs of connected sockets can be made (socket.socketpair)
#> gaierror [Errno -3] there is no network in here: names cannot be looked up
#> OSError [Errno 38] there are no other processes in here: a program cannot start another one
#> OSError [Errno 38] there are no other processes in here: a program cannot start another one
            print(type(error).__name__, error)


asyncio.run(main())
