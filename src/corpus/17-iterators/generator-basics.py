def gen():
    print("start")
    yield 1
    print("middle")
    yield 2
    print("end")
    return "result"


g = gen()
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as e:
    print("stopped", e.value)
print(next(g, "exhausted"))
for x in gen():
    print("got", x)
print(list(gen()), type(gen).__name__, type(g).__name__, g.__name__)


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fib()
print([next(f) for _ in range(12)])


def empty():
    return
    yield


print(list(empty()))


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


def squares():
    n = 0
    while True:
        n += 1
        yield n * n


print(list(take(5, squares())))
