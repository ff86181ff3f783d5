import dis


def f(a, b, c):
    x = 1
    y = x
    z = a
    a, b = b, a
    return x + y + z + a + b + c + 2


def g(a):
    b = a
    c = b
    d = c, b, a
    return d


dis.dis(f, adaptive=True)
dis.dis(g, adaptive=True)
print(f.__code__.co_code == f.__code__._co_code_adaptive)
print(compile("pass", "", "exec")._co_code_adaptive.hex())
