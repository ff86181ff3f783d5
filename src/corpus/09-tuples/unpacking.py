a, b = 1, 2
print(a, b)
a, b = b, a
print(a, b)
(c, d), e = (3, 4), 5
[f, g] = "xy"
print(c, d, e, f, g)
h, *i = 1, 2, 3
*j, k = "abc"
m, *n, o = [1, 2]
print(h, i, j, k, m, n, o)
(p, *q), r = [1, 2, 3], 4
print(p, q, r)
x = y, z = 1, 2
print(x, y, z)
for a, (b, c) in [(1, (2, 3)), (4, "xy")]:
    print(a, b, c)
i = 0
li = [0, 0]
i, li[i] = 1, 9
print(i, li)
*all_, = range(3)
print(all_)
() = []
[] = ()
