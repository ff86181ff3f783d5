import sys
x = []
print(sys.getrefcount(x))
y = x
print(sys.getrefcount(x))
li = [x, x]
print(sys.getrefcount(x))
del y
li.clear()
print(sys.getrefcount(x))


def f(arg):
    return sys.getrefcount(arg)


print(f(x), sys.getrefcount([]), sys.getrefcount(object()))


class C:
    pass


c = C()
c.x = x
d = {"k": x}
print(sys.getrefcount(x), sys.getrefcount(c))
t = (x, [x])
print(sys.getrefcount(x))
del c, d, t
print(sys.getrefcount(x))


def closure():
    v = []

    def inner():
        return v
    return sys.getrefcount(v), inner


n, inner = closure()
print(n, sys.getrefcount(inner()))
for item in [x]:
    print(sys.getrefcount(x))
print(sys.getrefcount(x))
