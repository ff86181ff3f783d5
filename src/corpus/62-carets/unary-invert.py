def f(v):
    return ~v | 1

f(1.5)
