# oracle: properties
import threading
import time

ready = threading.Event()
out = []


def waiter(n):
    ready.wait()
    out.append(n)


ts = [threading.Thread(target=waiter, args=(i,)) for i in range(3)]
for t in ts:
    t.start()
time.sleep(0.01)
print(out, ready.is_set(), ready.wait(0.01))
ready.set()
for t in ts:
    t.join()
print(sorted(out), ready.is_set(), ready.wait())
items = []
cond = threading.Condition()


def consumer():
    for _ in range(3):
        with cond:
            while not items:
                cond.wait()
            out.append(items.pop(0))


out.clear()
c = threading.Thread(target=consumer)
c.start()
for i in range(3):
    with cond:
        items.append(i * 10)
        cond.notify()
c.join()
print(out)
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False))
b = threading.Barrier(2)
t = threading.Thread(target=b.wait)
t.start()
b.wait()
t.join()
print("past the barrier")
#> [] False False
#> [0, 1, 2] True True
#> [0, 10, 20]
#> True True False
#> past the barrier
