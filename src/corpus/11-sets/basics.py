s = {3, 1, 2, 1}
print(s, len(s), 1 in s, 9 in s, {1} == {1.0}, set(), set([1, 1]))
s.add(5)
s.add(1)
s.discard(99)
s.remove(2)
print(sorted(s), sorted({"b", "a", "b"}), frozenset([1]), type({}).__name__)
print({1, 2} | {2, 3}, {1, 2} & {2, 3}, {1, 2} - {2, 3}, {1, 2} ^ {2, 3})
print({1} < {1, 2}, {1, 2} <= {1, 2}, {1, 2} > {3}, {1} != {2}, {1}.isdisjoint({2}), {1}.issubset([1, 2]), {1, 2}.issuperset([1]))
for f in ("s.remove(99)", "set().pop()", "{[]}", "{1} + {2}", "{1} | [2]", "s[0]", "set(5)", "{{1}}", "frozenset().add(1)", "{1} < [1]"):
    try:
        exec(f)
    except Exception as e:
        print(type(e).__name__, e)
