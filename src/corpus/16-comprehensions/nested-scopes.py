def table(n):
    return [[(i, j) for j in range(n) if i != j] for i in range(n)]


print(table(3))
matrix = [[1, 2], [3, 4], [5, 6]]
print([[row[i] for row in matrix] for i in range(2)])
fs = [lambda x, n=n: x + n for n in range(3)]
print([f(10) for f in fs])
print([[f() for f in [lambda: (i, j) for j in range(2)]] for i in range(2)])


def closure_in_comprehension(k):
    return [(lambda: k * i)() for i in range(3)]


print(closure_in_comprehension(5))
print([x for x in [y for y in (z for z in range(3))]])
print(sorted({(a, b) for a in "xy" for b in range(2)}))
print([locals().get("q") for q in range(2)])
primes = [n for n in range(2, 40) if all(n % d for d in range(2, int(n ** 0.5) + 1))]
print(primes)
