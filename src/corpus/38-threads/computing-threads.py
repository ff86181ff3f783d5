# oracle: properties
import threading

results = {}


def count_primes(name, low, high):
    n = 0
    for x in range(low, high):
        if x > 1 and all(x % d for d in range(2, int(x ** 0.5) + 1)):
            n += 1
    results[name] = n


ts = [threading.Thread(target=count_primes, args=(f"t{i}", i * 500, (i + 1) * 500)) for i in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(results.items()), sum(results.values()))
#> [('t0', 95), ('t1', 73), ('t2', 71), ('t3', 64)] 303
