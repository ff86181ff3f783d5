# queue, concurrent.futures, threading: without waiting for other threads. Pyodide has no threads, so in one.
import queue
import threading
from concurrent.futures import CancelledError, Future, InvalidStateError, wait

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = kind()
    for item in (2, 3, 1):
        q.put(item)
    print(kind.__name__, q.qsize(), [q.get() for _ in range(3)], q.empty())
    try:
        q.get_nowait()
    except queue.Empty as error:
        print(repr(error))
    try:
        q.get(timeout=-1)
    except ValueError as error:
        print(error)
q = queue.Queue(1)
q.put(1)
try:
    q.put(2, block=False)
except queue.Full as error:
    print(repr(error), q.full())
q.get()
q.task_done()
try:
    q.task_done()
except ValueError as error:
    print(error)
f = Future()
print(f.done(), f.running(), f.cancel(), f.cancelled(), str(f)[:7])
try:
    f.result()
except CancelledError as error:
    print(repr(error))
f = Future()
f.add_done_callback(lambda done: print("called back", done.result()))
f.set_result(5)
print(f.result(), f.exception(), f.cancel())
try:
    f.set_result(6)
except InvalidStateError as error:
    print(str(error).split(":")[0])
g = Future()
g.set_exception(KeyError("k"))
print(repr(g.exception()), wait([f, g]).done == {f, g})
lock = threading.Lock()
print(lock.acquire(), lock.acquire(False), lock.locked(), lock.release(), lock.locked())
for call in (lock.release, lambda: lock.acquire(False, 1), lambda: lock.acquire(True, -2)):
    try:
        call()
    except (RuntimeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
reentrant = threading.RLock()
with reentrant, reentrant:
    print(reentrant._is_owned(), reentrant._recursion_count(), repr(reentrant).split("owner")[0])
try:
    reentrant.release()
except RuntimeError as error:
    print(error)
semaphore = threading.BoundedSemaphore(1)
print(semaphore.acquire(blocking=False), semaphore.acquire(blocking=False))
semaphore.release()
try:
    semaphore.release()
except ValueError as error:
    print(error)
event = threading.Event()
print(event.is_set(), event.wait(0), event.set(), event.wait())
local = threading.local()
local.x = 1
print(local.x, vars(local), hasattr(local, "y"))
main = threading.current_thread()
print(main.name, main.is_alive(), main.daemon, main is threading.main_thread(), threading.active_count())
try:
    main.daemon = True
except RuntimeError as error:
    print(error)
thread = threading.Thread(target=print, args=("x",), name="mine", daemon=True)
print(thread.name, thread.ident, thread.is_alive(), thread.daemon)
try:
    thread.join()
except RuntimeError as error:
    print(error)
print(threading.Barrier(2).parties, threading.TIMEOUT_MAX > 1000, threading.get_ident() == main.ident)
