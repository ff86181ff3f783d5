def stats(values):
    return min(values), max(values), sum(values) / len(values)


low, high, mean = stats([4, 1, 7])
print(low, high, mean, stats([5]))
print(divmod(17, 5)[1], (lambda: (1, 2))())
pairs = [("b", 2), ("a", 1)]
names, numbers = zip(*pairs)
print(names, numbers, sorted(pairs), dict(pairs))
first, _ = pairs[0]
print(first, _)
