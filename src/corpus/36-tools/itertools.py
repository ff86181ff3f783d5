import itertools as it
print(list(it.chain([1], "ab", ())), list(it.chain.from_iterable(["ab", "c"])), list(it.islice(it.count(5, 2), 4)), list(it.islice("abcdef", 1, None, 2)), list(it.repeat("x", 3)), [x for x, _ in zip(it.cycle("ab"), range(5))])
print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 4], max)), list(it.accumulate([1, 2], initial=10)), list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.filterfalse(None, [0, 1])), list(it.compress("abc", [1, 0, 1])), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.pairwise("abcd")), list(it.batched("abcde", 2)))
print(list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.permutations("abc", 2)), list(it.combinations("abcd", 2)), list(it.combinations_with_replacement("ab", 2)), list(it.zip_longest("ab", [1], fillvalue="-")))
for k, g in it.groupby("aaabbc"):
    print(k, list(g), end=" ")
print([(k, [w for w in g]) for k, g in it.groupby(["hi", "yo", "hey"], key=len)])
a, b = it.tee([1, 2, 3])
print(next(a), next(a), list(b), list(a))
c = it.count()
print(next(c), next(c), c, it.repeat(5), it.count(2.5, 0.5))
for f in (lambda: list(it.islice([1], -1)), lambda: it.chain(5).__next__(), lambda: it.repeat(), lambda: list(it.combinations("ab", -1)), lambda: list(it.batched("a", 0)), lambda: it.count("a"), lambda: list(it.starmap(pow, [1]))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
