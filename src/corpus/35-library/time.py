import time
a = time.time()
b = time.perf_counter()
c = time.monotonic()
time.sleep(0.01)
print(time.time() > a, time.perf_counter() - b >= 0.009, time.monotonic() > c, type(time.time_ns()).__name__, type(a).__name__)
print(time.gmtime(0)[:6], time.gmtime(86400 * 365).tm_year, time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(1700000000)), time.gmtime(0).tm_wday, time.asctime(time.gmtime(0)))
for f in (lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.gmtime("x")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(time.process_time() >= 0)
