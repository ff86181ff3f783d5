a = [1]
b = [1]
print(a == b, a is b, id(a) == id(b), id(a) == id(a))
print(id([]) == id([]), [] is [])
c = a
print(c is a, id(c) == id(a))
print(None is None, True is (1 == 1), type(1) is type(2), len is len)
x = "hello"
y = "hel" + "lo"
z = "".join(["hel", "lo"])
print(x is y, x is z, x == z)
import sys
print(sys.intern(z) is x)
t1 = (1, 2)
t2 = (1, 2)
print(t1 is t2, tuple(t1) is t1, list(a) is a, t1[:] is t1, x[:] is x, str(x) is x, frozenset() is frozenset())


def f():
    return (1, 2), "const", 1000


print(f()[0] is f()[0], f()[1] is f()[1], f()[2] is f()[2])
s = "a b"
u = "a b"
print(s is u)
m = a.append
print(a.append is a.append, a.append == m)
