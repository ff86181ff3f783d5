from functools import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, update_wrapper, wraps
def deco(f):
    @wraps(f)
    def inner(*a): return f(*a)
    return inner
@deco
def named(x: int) -> str:
    "doc"
    return str(x)
named.extra = 5
print(named.__name__, named.__doc__, named.__annotations__, named.__wrapped__(3), named.__qualname__, named.__module__)
def plain(): pass
w = update_wrapper(lambda: 0, plain, assigned=("__name__",), updated=())
print(w.__name__, w.__qualname__, w.__wrapped__ is plain)
class Callable:
    "a class"
    def __call__(self): return 1
c = update_wrapper(Callable(), plain); print(c.__name__, c.__doc__)
try: update_wrapper(5, plain)
except AttributeError as e: print(e)
print(update_wrapper(lambda: 0, 5).__name__, WRAPPER_UPDATES, "__type_params__" in WRAPPER_ASSIGNMENTS)
