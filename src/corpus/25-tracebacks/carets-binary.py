def f(a, b, c):
    return (a + b) * c / (a - a) + 1


f(1, 2, 3)
