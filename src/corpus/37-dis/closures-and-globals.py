# oracle: dis
x = 1


def outer(a):
    def inner(b, *c, d=5, **e):
        nonlocal a
        global x
        a += b
        x = a
        return a, c, d, e
    return inner


print(outer(1)(2, 3, k=4), x)
