# Calls of Python functions: plain, with defaults and keywords, closures, star arguments.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def scaled(x, factor=3, *, offset=0):
    return x * factor + offset


def adder(step):
    def add(x):
        return x + step

    return add


def spread(first, *rest):
    return first + len(rest)


def main():
    total = fib(20)
    add = adder(7)
    for i in range(8000):
        total += scaled(i) + scaled(i, 2) + scaled(i, offset=1)
        total = add(total) - spread(i, 1, 2)
    return total


checksum = main()
