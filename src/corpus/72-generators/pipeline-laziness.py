log = []
def src():
    for i in range(5): log.append(("src", i)); yield i
def sq(it):
    for v in it: log.append(("sq", v)); yield v * v
def odd(it): return (v for v in it if v % 2)
p = odd(sq(src()))
print(log); print(next(p), log); log.clear(); print(next(p), log); log.clear()
print(list(p), log)
import itertools
print(list(itertools.islice(sq(itertools.count()), 3)))
a, b = itertools.tee(sq([1, 2])); print(list(a), list(b))
