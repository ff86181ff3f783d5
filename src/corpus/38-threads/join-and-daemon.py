# oracle: properties
import threading
import time

log = []


def work(name, delay):
    log.append(f"{name} starts")
    time.sleep(delay)
    log.append(f"{name} ends")


threads = [threading.Thread(target=work, args=("a", 0.05)), threading.Thread(target=work, kwargs={"name": "b", "delay": 0.02}, name="second")]
for t in threads:
    t.start()
print(threads[0].is_alive(), threads[1].name, threading.active_count())
for t in threads:
    t.join()
print(log)
print(threads[0].is_alive(), threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())
d = threading.Thread(target=time.sleep, args=(0.01,), daemon=True)
print(d.daemon, d.ident)
d.start()
d.join()
try:
    d.start()
except RuntimeError as e:
    print(e)
#> True second 3
#> ['a starts', 'b starts', 'b ends', 'a ends']
#> False MainThread True 1
#> True None
#> threads can only be started once
