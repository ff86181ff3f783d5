import functools


def counted(f):
    @functools.wraps(f)
    def wrapper(*args):
        wrapper.calls += 1
        return f(*args)
    wrapper.calls = 0
    return wrapper


@counted
def greet(name):
    """Says hello."""
    return "hello " + name


print(greet("a"), greet("b"), greet.calls, greet.__name__, greet.__doc__, greet.__wrapped__("c"), greet.calls)


def memo(f):
    cache = {}

    @functools.wraps(f)
    def inner(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    inner.cache = cache
    return inner


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), len(fib.cache))


def retry(times):
    def deco(f):
        def run():
            for i in range(times):
                try:
                    return f()
                except ValueError as e:
                    print("try", i + 1, e)
            return "gave up"
        return run
    return deco


attempts = iter([1, 2])


@retry(3)
def flaky():
    if next(attempts, None):
        raise ValueError("not yet")
    return "fine"


print(flaky())
