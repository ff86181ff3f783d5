print([x * x for x in range(6)], [x for x in range(20) if x % 3 if x % 2], [c.upper() for c in "abc"])
print([(x, y) for x in range(3) for y in range(x)], [[i * j for j in range(3)] for i in range(3)])
print([x if x % 2 else -x for x in range(5)], [y for x in [[1, 2], [3]] for y in x if y != 2])
loop = []
for x in range(6):
    if x % 2:
        loop.append(x ** 2)
print(loop == [x ** 2 for x in range(6) if x % 2])
print([a + b for a, b in zip("ab", "cd")], [*[0] * 2, *[i for i in (1,)]], [f"{i}!" for i in range(2)])
print([i for i in range(5) if i > 1 if i < 4], [[] for _ in range(2)], [(lambda v: v + 1)(i) for i in range(3)])
try:
    [1 / x for x in (1, 0)]
except ZeroDivisionError as e:
    print(e)
try:
    [x for x in 5]
except TypeError as e:
    print(e)
