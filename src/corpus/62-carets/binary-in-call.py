def f(a, b):
    return print(1, a + b, sep="")

f(1, "x")
