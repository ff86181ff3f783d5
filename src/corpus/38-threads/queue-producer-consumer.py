# oracle: properties
import queue
import threading

q = queue.Queue(maxsize=2)
done = []


def consume():
    while True:
        item = q.get()
        if item is None:
            break
        done.append(item * item)
        q.task_done()


c = threading.Thread(target=consume)
c.start()
for i in range(6):
    q.put(i)
q.join()
q.put(None)
c.join()
print(done, q.empty())
try:
    q.get(timeout=0.01)
except queue.Empty:
    print("empty")
try:
    q.get_nowait()
except queue.Empty as e:
    print(repr(e))
#> [0, 1, 4, 9, 16, 25] True
#> empty
#> Empty()
