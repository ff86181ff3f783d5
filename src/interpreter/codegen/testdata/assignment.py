a = b = c = 1
x, y = 1, 2
x, y = y, x
x, y, z = z, x, y
a, *b, c = range(5)
[a, b], (c, d) = [1, 2], (3, 4)
obj.attr = obj.other.deep = 5
obj[0] = obj[1:2] = obj[::2] = obj[1, 2:3] = 6
obj.n += 1
obj[i] += 1
obj[i:j] += [1]
obj[i:j:k] += [1]
del a, b.c, d[0], d[1:2], [e, f], (g,)
(lambda: 0).x = 1
