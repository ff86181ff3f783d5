print(list(enumerate("abc")), list(enumerate(["x"], 10)), list(zip()), list(zip([1, 2, 3], "ab", (True, False))))
print(list(map(lambda x: x * 2, [1, 2])), list(map(max, [1, 5], [3, 2])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(reversed("abc")), list(reversed(range(3))), all([1, 0]), any([0, 1]), sorted([3, 1, 2]), sorted("hello", reverse=True))
print(next(iter([1])), next(iter([]), "end"), len("abc"), len({1: 2}), len(range(10)), list(iter(iter([1]))))
m = map(print, "ab")
print("lazy")
list(m)
for f in (lambda: enumerate(), lambda: enumerate(5), lambda: zip(1), lambda: map(), lambda: map(str), lambda: map(5, [1]), lambda: list(map(5, [1])), lambda: filter(1), lambda: reversed(5), lambda: reversed({1}), lambda: len(5), lambda: len(x for x in []), lambda: next(5), lambda: iter(5), lambda: iter(5, 1), lambda: sorted(5), lambda: sorted([1, "a"]), lambda: sorted([1], lambda x: x), lambda: all(5), lambda: any(None), lambda: enumerate([], "a"), lambda: next(iter([])), lambda: zip([1], nope=1)):
    try:
        print(type(f()).__name__)
    except Exception as e:
        print(type(e).__name__, e)
