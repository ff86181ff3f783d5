x = 1


def f():
    print(x)
    x = 2


def g():
    if False:
        y = 1
    return y


def h():
    for i in []:
        pass
    return i


def k():
    z = 1
    del z
    return z


def m():
    x += 1


def n():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e


for func in (f, g, h, k, m, n):
    try:
        func()
    except UnboundLocalError as e:
        print(type(e).__name__ + ":", e)
