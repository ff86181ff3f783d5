def value(x):
    return ((7 * x + 5) * x + 3) * x + 2

print(value(10), value.__code__.co_stacksize)
