class Bad:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise ValueError("broken iterator")
        return self.n


try:
    for x in Bad(2):
        print(x)
except ValueError as e:
    print(e)
try:
    list(Bad(1))
except ValueError as e:
    print(e)


def g():
    yield 1
    yield 1 / 0
    yield 3


it = g()
print(next(it))
try:
    next(it)
except ZeroDivisionError as e:
    print(e)
print(list(it))


def stop():
    for i in range(5):
        if i == 2:
            return
        yield i


print(list(stop()), [*stop()])
