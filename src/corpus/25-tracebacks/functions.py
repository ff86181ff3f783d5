def a(x):
    return b(x) + 1


def b(x):
    y = x * 2
    return c(y, z=3)


def c(y, z):
    return y + z + "text"


print("calling")
result = a(5)
