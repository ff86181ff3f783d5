import threading

from checking import load, call, expect, expect_equal

answer = load()
run_all = answer.run_all
names = run_all.__globals__
slow_add = names["slow_add"]
seen = []


def watched(a, b):
    seen.append(threading.current_thread())
    return slow_add(a, b)


names["slow_add"] = watched
for attempt in range(1, 4):
    seen.clear()
    total = call(run_all)
    expect_equal(len(seen), 8, f"run {attempt}: deposits made with slow_add")
    different = len({id(thread) for thread in seen})
    expect(different == 8, f"run {attempt}: each deposit in a thread of its own", "8 threads", different)
    expect_equal(total, 80, f"run {attempt}: balance after eight deposits of 10")
