x = [1, 2, 3]
y = x
del x
print(y)
try:
    x
except NameError as e:
    print(e)
d = {"a": 1, "b": 2}
del d["a"]
print(d)


class C:
    attr = 1


c = C()
c.n = 5
del c.n
try:
    c.n
except AttributeError as e:
    print(e)
try:
    del c.attr
except AttributeError as e:
    print(e)
del C.attr
a, b, (e1, e2) = 1, 2, (3, 4)
del a, (b, [e1]), e2
print("a" in globals(), "e1" in globals())
li = list(range(6))
del li[0], li[-1], li[1:3]
print(li)
try:
    del never_made
except NameError as e:
    print(e)
