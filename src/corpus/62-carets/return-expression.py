def f(x):
    return len(x) + x.n


f([])
