def f(a, b):
    return a

f(*5)
