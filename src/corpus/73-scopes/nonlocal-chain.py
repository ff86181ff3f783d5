def a():
    x = 1
    def b():
        nonlocal x
        x += 1
        def c():
            nonlocal x
            x *= 10
            return x
        return c
    c = b(); return c(), c(), x
print(a())
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    inc.reset = lambda: exec("n = 0")
    return inc
c = counter(); c(); c(5); c.reset(); print(c(), c.__closure__[0].cell_contents, c.__code__.co_freevars)
