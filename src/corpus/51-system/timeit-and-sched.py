# timeit, sched, time: what can be said without looking at the clock.
import sched
import time
import timeit

calls = []
timer = timeit.Timer(lambda: calls.append(1), timer=time.perf_counter)
print(timer.timeit(number=50) >= 0, len(calls))
print(len(timer.repeat(repeat=3, number=10)), len(calls))
count, seconds = timeit.Timer("x + 1", "x = 1").autorange()
print(count >= 1, seconds >= 0.2)
try:
    timeit.timeit("x +", number=1)
except SyntaxError as error:
    print(error.msg)
print(timeit.timeit("total += n", "total = n = 1", number=3) > 0)

now = 0.0
log = []


def clock():
    return now


def sleep(seconds):
    global now
    now += seconds
    log.append(("sleep", round(seconds, 3)))


scheduler = sched.scheduler(clock, sleep)
scheduler.enter(2, 1, log.append, ("two",))
scheduler.enter(1, 2, log.append, ("one, later",))
scheduler.enter(1, 1, log.append, ("one",))
event = scheduler.enterabs(1.5, 1, log.append, argument=("never",))
print(len(scheduler.queue), scheduler.empty())
scheduler.cancel(event)
scheduler.run()
print(log, now)
print(time.gmtime(0), time.gmtime(86400 * 365).tm_yday)
print(time.strftime("%Y-%m-%d %H:%M:%S %a %b %j %U %w %%", time.gmtime(1e9)))
print(time.strptime("30 Nov 2000", "%d %b %Y"))
print(time.asctime(time.gmtime(1234567890)), time.mktime(time.strptime("2020", "%Y")) - time.timezone)
print(time.monotonic() <= time.monotonic(), time.perf_counter_ns() > 0, time.process_time() >= 0)
print(sorted(vars(time.get_clock_info("monotonic"))), time.get_clock_info("time").adjustable)
for call in (
    lambda: time.sleep(-1),
    lambda: time.sleep("x"),
    lambda: time.strptime("x", "%Y"),
    lambda: time.strftime(5),
    lambda: time.asctime((1, 2)),
    lambda: time.gmtime(1e20),
    lambda: time.get_clock_info("x"),
    lambda: time.strftime("%Y", (2000, 13, 1, 0, 0, 0, 0, 1, 0)),
):
    try:
        print(call())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
print(time.struct_time(range(9)), time.struct_time(range(11)).tm_gmtoff)
