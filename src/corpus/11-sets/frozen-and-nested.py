f = frozenset("ab")
d = {f: 1, frozenset(): 2}
print(d[frozenset("ba")], d[frozenset([])], hash(f) == hash(frozenset(["b", "a"])))
s = {frozenset({1}), frozenset({1}), frozenset({2})}
print(len(s), frozenset({1}) in s, {1} in s)
print(frozenset({1}) | {2}, type(frozenset({1}) | {2}).__name__, type({1} | frozenset({2})).__name__, frozenset({1}) == {1})
print(sorted(map(sorted, s)))
try:
    hash({1})
except TypeError as e:
    print(e)
