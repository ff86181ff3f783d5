for code in """
f = frozenset([1, 2]); print(f | {3}, f & [1][:0] if False else f & {1}, f - {1}, f ^ {2, 3}, f.union([9]), hash(f) == hash(frozenset([2, 1])), f == {1, 2}, f.copy() is f, frozenset(f) is f, frozenset(), f <= {1, 2, 3})
frozenset([1]).add(2)
f = frozenset([1]); f |= {2}; print(f)
frozenset([[]])
frozenset(5)
frozenset(a=1)
class F(frozenset): pass
print(type(F([1]) | {2}), type(F([1]).copy()), F([1]), F() == frozenset())
frozenset([1])[0]
print({frozenset(), frozenset()}, frozenset("ab").isdisjoint("cd"), max(frozenset([3, 1])), sorted(frozenset("cab")), frozenset([1]).__reduce__()[1])
frozenset([1]) < [1]
print(frozenset([1, 2]).issubset([1, 2, 3]), frozenset({1}) in {frozenset({1})}, len(frozenset("aa")), bool(frozenset()))
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
