class A:
    n = "x"

a = A()
a.n += 1
