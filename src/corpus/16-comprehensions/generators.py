g = (x * x for x in range(4))
print(type(g).__name__, next(g), next(g), list(g), list(g))
print(sum(x for x in range(10)), max((len(w) for w in ["a", "bbb"]), default=0), any(x > 2 for x in [1, 5, 0]), sorted((c for c in "hello"), reverse=True))
print(",".join(str(i) for i in range(3)), dict((i, i) for i in range(2)), tuple(i for i in "ab"), set(i % 2 for i in range(4)))


def noisy(n):
    for i in range(n):
        print("make", i)
        yield i


lazy = (i * 10 for i in noisy(3))
print("nothing made yet")
print(next(lazy))
print(list(lazy))
n = 3
late = (n * i for i in range(3))
n = 100
print(list(late))
it = (x for x in [1, 2, 3])
print(2 in it, list(it))
try:
    (x for x in None)
except TypeError as e:
    print(e)
