def nothing():
    pass


def early(x):
    if x:
        return "early"
    print("went on")


def many():
    return 1, [2], {"three": 3}


def nested():
    def inner():
        return "inner"
    return inner


print(nothing(), early(1), early(0), many(), nested()())
a, (b,), c = many()
print(a, b, c)


def in_loop():
    for i in range(10):
        while True:
            if i == 3:
                return i
            break


print(in_loop())


def bare():
    return
    print("never")


print(bare())
