# Generators: pipelines, yield from, send, generator expressions.
def numbers(n):
    for i in range(n):
        yield i


def odd(source):
    for x in source:
        if x % 2:
            yield x


def scaled(source, factor):
    for x in source:
        yield x * factor


def tree(depth):
    if depth > 0:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def average():
    total = count = 0
    value = 0
    while True:
        got = yield value
        total += got
        count += 1
        value = total // count


def main():
    total = sum(scaled(odd(numbers(20000)), 3))
    for x in tree(10):
        total += x
    meter = average()
    next(meter)
    for i in range(8000):
        total += meter.send(i)
    total += sum(x * x for x in range(8000) if x & 1)
    return total


checksum = main()
