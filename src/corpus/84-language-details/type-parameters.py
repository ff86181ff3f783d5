def first[T](xs: list[T]) -> T: return xs[0]
class Box[T: int, *Ts, **P]:
    item: T
    def get(self) -> T: return 5
type Alias[K] = dict[K, Alias[K]]
print(first([1]), first.__type_params__, Box.__type_params__, Box.__type_params__[0].__bound__, Box.__orig_bases__, Alias, Alias.__type_params__, Alias[int], type(Alias).__name__)
type Lazy = undefined_here
try: Lazy.__value__
except NameError as e: print(e)
type L2 = list[int]; print(L2.__value__, L2.__name__, isinstance(Box[int, str, [int]]().get(), int), Box.__annotations__)
def outer[T]():
    def inner[U](a: T, b: U): return T.__name__, U.__name__
    return inner(1, 2)
print(outer())
class Con[T: (int, str)]: pass
print(Con.__type_params__[0].__constraints__, repr(Con.__type_params__[0]), Con.__parameters__)
for code in ("def f[T, T](): pass", "class A[T]: T = T", "type X = (yield)", "type X[T] = (T := 1)", "def f[T: (yield)](): pass", "type 5 = int", "def f[](): pass", "class A[int]: x: int", "type X[*T: int] = 1", "def f[T = int](): pass"):
    try: exec(code); print(code, "ok")
    except SyntaxError as e: print(code, "|", e.msg)
    except NameError as e: print(code, "| NameError", e)
