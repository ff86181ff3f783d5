from functools import cache, lru_cache
calls = []
@lru_cache(maxsize=2)
def f(a, b=0, *, c=0):
    calls.append((a, b, c))
    return a + b + c
print(f(1), f(1), f(1.0), f(1, 0), f(a=1), f(1, c=0), calls, f.cache_info(), f.cache_parameters())
f.cache_clear(); print(f.cache_info(), f.__wrapped__(5), f.__name__)
try: f([])
except TypeError as e: print(e)
@lru_cache(typed=True)
def g(x): return type(x).__name__
print(g(1), g(1.0), g(True), g.cache_info(), g.cache_parameters())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
@lru_cache(maxsize=0)
def h(x): return x
h(1); h(1); print(h.cache_info())
@lru_cache(maxsize=-5)
def k(x): return x
k(1); print(k.cache_info())
try: lru_cache("x")
except TypeError as e: print(e)
@lru_cache
def boom(x): return 1 / x
for _ in range(2):
    try: boom(0)
    except ZeroDivisionError: pass
print(boom.cache_info())
