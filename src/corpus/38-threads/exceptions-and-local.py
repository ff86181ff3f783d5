# oracle: properties
import threading

seen = []
threading.excepthook = lambda args: seen.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))


def fail():
    raise ValueError("in thread")


t = threading.Thread(target=fail, name="failing")
t.start()
t.join()
print(seen)
data = threading.local()
data.x = "main"
results = []


def use(n):
    results.append(hasattr(data, "x"))
    data.x = n
    results.append(data.x)


t = threading.Thread(target=use, args=(5,))
t.start()
t.join()
print(results, data.x)


class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__()
        self.n = n

    def run(self):
        self.result = self.n ** 2


w = Worker(7)
w.start()
w.join()
print(w.result)
timer = threading.Timer(0.01, lambda: print("timer fired"))
timer.start()
timer.join()
#> [('ValueError', 'in thread', 'failing')]
#> [False, 5] main
#> 49
#> timer fired
