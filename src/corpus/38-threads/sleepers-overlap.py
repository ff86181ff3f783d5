# oracle: properties
import threading
import time

start = time.perf_counter()
threads = [threading.Thread(target=time.sleep, args=(0.1,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
took = time.perf_counter() - start
print("overlapped", 0.09 < took < 0.3)
#> overlapped True
