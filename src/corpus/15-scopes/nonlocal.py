def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


a, b = counter(), counter()
print(a(), a(), b(), a(10), b())


def deep():
    x = 0

    def one():
        def two():
            nonlocal x
            x += 1
        two()
        two()
    one()
    return x


print(deep())


def swap():
    a, b = 1, 2

    def go():
        nonlocal a, b
        a, b = b, a
    go()
    return a, b


print(swap())


def unset():
    def set_it():
        nonlocal v
        v = 5

    def read():
        return v

    try:
        read()
    except NameError as e:
        print(type(e).__name__, e)
    set_it()
    print(read())
    v = 6
    print(read())
    del v
    try:
        read()
    except NameError as e:
        print(e)


unset()
