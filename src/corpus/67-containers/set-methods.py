for code in """
s = {1, 2}; s.add(2); s.add(3); s.discard(9); s.remove(1); s.update([4], (5,), "6"); print(sorted(s, key=str), len(s))
{1}.remove(2)
{1}.remove([])
set().pop()
set().add([])
s = {1, 2, 3}; print(s.union([4], {5}), s.intersection([1, 9], {1}), s.difference([1]), s.symmetric_difference([1, 9]), s.issubset(range(9)), s.issuperset([1]), s.isdisjoint([7]), s.copy() == s, s.union() == s, s.intersection() == s)
s = {1, 2, 3}; s.intersection_update([1, 2], {2, 1}); print(s); s.difference_update([1]); print(s); s.symmetric_difference_update({2, 5}); print(s); s.clear(); print(s)
print({1, 2} | {3}, {1, 2} & {2}, {1, 2} - {1}, {1, 2} ^ {2, 3}, {1} < {1, 2}, {1} <= {1}, {1, 2} > {1}, {1} == frozenset([1]), {1} != [1], set("aab") == {"a", "b"})
{1} | [2]
{1} < [1, 2]
s = {1}; s |= [2]
s = {1}; s |= {2}; s &= {2, 3}; s -= {9}; s ^= {4}; print(s)
{1}.union(5)
{1}[0]
set(5)
set(1, 2)
hash({1})
{{1}}
{1}.update(5)
print({frozenset({1}): 2}[frozenset({1})], {1} in {frozenset({1})}, set([1, True, 1.0, "1"]) == {1, "1"}, type({1} | frozenset()), type(frozenset() | {1}), {1}.discard([1][0]))
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
