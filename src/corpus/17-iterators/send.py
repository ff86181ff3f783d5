def average():
    total = count = 0
    mean = None
    while True:
        x = yield mean
        total += x
        count += 1
        mean = total / count


a = average()
next(a)
print(a.send(10), a.send(20), a.send(3))


def echo():
    received = []
    try:
        while True:
            received.append((yield len(received)))
    finally:
        print("closing with", received)


e = echo()
print(next(e), e.send("x"), e.send(None), next(e))
e.close()
e.close()
try:
    e.send(1)
except StopIteration:
    print("stopped")
try:
    average().send(5)
except TypeError as err:
    print(err)


def both():
    x = yield 1
    y = yield x + 1
    return x + y


b = both()
print(next(b), b.send(10))
try:
    b.send(5)
except StopIteration as s:
    print(s.value)
