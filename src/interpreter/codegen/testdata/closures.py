def outer(a, b=1, *args, c, **kw):
    x = 1
    def inner():
        nonlocal x
        x += a
        def deep():
            return x, b, c
        return deep
    def other():
        global g
        g = kw
        return args
    del b
    return inner, other
def gen():
    for i in range(3):
        yield lambda: i
