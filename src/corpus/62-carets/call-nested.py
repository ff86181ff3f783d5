def f(a):
    return 1 / a

print(f(f(f(1) - 1)))
