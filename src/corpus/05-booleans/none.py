x = None
print(x, x is None, x == None, bool(x), type(x), repr(x))


def f():
    pass


print(f(), [f(), f()], f() is f())
for g in (lambda: x.name, lambda: x[0], lambda: x(), lambda: x + 1, lambda: len(x), lambda: iter(x), lambda: int(x)):
    try:
        g()
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(x or "default", x and "never")
