import functools as ft
print(ft.reduce(lambda a, b: a * b, [1, 2, 3, 4]), ft.reduce(lambda a, b: a + b, ["a", "b"], "start "), ft.reduce(max, [3, 9, 2]))
double = ft.partial(pow, 2)
print(double(5), double.func is pow, double.args, double.keywords, ft.partial(int, base=2)("101"), ft.partial(print, "a", sep="-")("b") is None)


@ft.lru_cache(maxsize=2)
def slow(n):
    print("computing", n)
    return n * n


print(slow(2), slow(2), slow(3), slow(4), slow(2), slow.cache_info())
slow.cache_clear()
print(slow.cache_info(), slow.__name__, slow.__wrapped__(9))


@ft.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info())


class C:
    @ft.cached_property
    def value(self):
        print("once")
        return 42


c = C()
print(c.value, c.value, c.__dict__)


@ft.singledispatch
def show(x):
    return f"something {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return f"list of {len(x)}"


print(show("s"), show(5), show(True), show([1]))
for f in (lambda: ft.reduce(lambda a, b: a, []), lambda: slow([]), lambda: ft.partial(), lambda: ft.partial(5), lambda: ft.reduce(5, [1, 2])):
    try:
        f()
    except TypeError as e:
        print(e)
