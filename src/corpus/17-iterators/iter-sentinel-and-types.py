values = iter([3, 2, 0, 9])
print(list(iter(lambda: next(values), 0)), next(values))
for x in (iter([]), iter(()), iter(""), iter({}), iter(set()), iter(range(1)), iter(b""), reversed([]), iter({}.values()), iter({}.items()), enumerate([]), zip(), map(str, []), filter(None, []), iter(int, 1)):
    print(type(x).__name__, end=" ")
print()
it = iter("abc")
for c in it:
    print(c, next(it, None))
pairs = iter([1, 2, 3, 4])
print(list(zip(pairs, pairs)))
e = enumerate("ab", start=5)
print(next(e), list(e), iter(e) is e)
print(iter([1, 2, 3]).__length_hint__(), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(zip("abc", range(2))))
try:
    list(zip("abc", range(2), strict=True))
except ValueError as err:
    print(err)
try:
    list(zip("a", range(2), strict=True))
except ValueError as err:
    print(err)
