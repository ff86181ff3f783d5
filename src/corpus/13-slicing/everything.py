s = list(range(10))
cases = [slice(None), slice(2, 5), slice(None, None, 2), slice(None, None, -1), slice(-3, None), slice(None, -3), slice(8, 2, -2), slice(2, 8, -1),
         slice(-100, 100), slice(100, -100, -3), slice(5, None, -1), slice(None, 5, -1), slice(0, 0), slice(-1, None, -4)]
for c in cases:
    print(c, s[c], "0123456789"[c], tuple(s)[c], c.indices(10))
print(s[1:][1:][:3], s[-1:], s[:-1][-1], s[True:], s[:None])


class Show:
    def __getitem__(self, key):
        return key


x = Show()
print(x[1], x[1:2], x[::], x[1:2, 3], x[...], x["k"], x[:, ::2], x[()], x[-1:], x[1,])
try:
    slice()
except TypeError as e:
    print(e)
print(slice(1, 2) == slice(1, 2), slice(5).stop, slice(1, 2, 3).step)
class Index:
    def __index__(self):
        return 2


print(s[Index()], s[Index():], "abc"[Index()], [1] * Index(), range(5)[Index()], hex(Index()))
