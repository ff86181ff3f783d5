keys, values = ["a", "b"], [1, 2]
print(dict(zip(keys, values)), list(zip(*[(1, "x"), (2, "y")])), [a + b for a, b in zip("ab", "xy")])
print(max(enumerate([3, 9, 2]), key=lambda p: p[1]), [i for i, v in enumerate("banana") if v == "a"])
print(list(map(int, "1 2 3".split())), sum(map(len, ["ab", "c"])), list(map(list, zip([1, 2], [3, 4]))), list(map(lambda p: p[0] * p[1], [(1, 2), (3, 4)])))
print(any(map(str.isdigit, "ab1")), all(map(str.isalpha, "ab")), list(filter(str.strip, ["", " ", "x"])), ["%d:%s" % p for p in enumerate("ab")])
print(list(zip(range(3), iter("abc"))), list(zip("ab", [1, 2], [True, None])), next(zip([1], [2])), sorted(zip([2, 1], "ab")))
print(dict(map(reversed, {"a": 1}.items())), list(map(pow, [2, 3], [3, 2])), [*map(str, range(3))], *filter(lambda c: c in "aeiou", "education"))
