def g(n):
    """Doc."""
    i = 0
    while i < n:
        got = yield i
        if got: return got
        i += 1
    x = yield from g(1)
    yield
    return x
h = lambda: (yield)
def e():
    try:
        yield 1
    except GeneratorExit:
        raise
    finally:
        yield 2
