f = lambda *a, b=1, **k: (a, b, k)
print(f(1, 2, c=3), (lambda: (yield))().__name__, (lambda x: lambda y: x + y)(1)(2), f.__name__, f.__qualname__)
print((lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3), list(map(lambda p: p[0], [(1, 2)])))
try: (lambda x: x)()
except TypeError as e: print(e)
def outer(): return lambda: 0
print(outer().__qualname__, [lambda: 0][0].__qualname__, (lambda: (1, 2))(), (lambda x=(lambda: 5): x())())
