# oracle: properties
import threading

lock = threading.Lock()
count = 0


def add(n):
    global count
    for _ in range(n):
        with lock:
            v = count
            count = v + 1


threads = [threading.Thread(target=add, args=(500,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(count, lock.locked())
print(lock.acquire(), lock.acquire(blocking=False), lock.locked(), lock.acquire(timeout=0.01))
lock.release()
try:
    lock.release()
except RuntimeError as e:
    print(e)
r = threading.RLock()
with r:
    with r:
        print("re-entered")
try:
    r.release()
except RuntimeError as e:
    print(e)
#> 2000 False
#> True False True False
#> release unlocked lock
#> re-entered
#> cannot release un-acquired lock
