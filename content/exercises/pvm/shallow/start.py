def value(x):
    return 2 + x * (3 + x * (5 + x * 7))

print(value(10), value.__code__.co_stacksize)
