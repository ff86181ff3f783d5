def double(x):
    return x * 2


twice = double
print(twice(4), twice is double, twice.__name__, double.__qualname__)
table = {"d": double, "u": str.upper, "l": len}
print(table["d"](5), table["u"]("x"), table["l"]([1]))


def apply(f, *args):
    return f(*args)


print(apply(double, 3), apply(max, 1, 5, 2), apply(lambda a, b: a - b, 1, 2))


def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run


print(compose(double, double, len)("abc"))
print([f(3) for f in (double, abs, str, lambda x: -x)])
print((lambda: 0)(), (lambda *a, **k: (a, k))(1, b=2), (lambda a, b=5: a + b)(1))
print(callable(double), callable(5), callable(int), callable(lambda: 0))
