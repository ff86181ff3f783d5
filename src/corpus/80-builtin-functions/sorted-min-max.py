print(sorted("hello"), sorted([3, 1, 2], reverse=True), sorted(["b", "A"], key=str.lower), sorted({3: 1, 1: 2}), sorted(range(5), key=lambda x: -x), sorted([]), sorted([(1, "b"), (1, "a")]))
print(min(3, 1), max([1, 5, 2]), min("b", "a"), max("abc", key=ord), min([], default=5), max({}, default=None), max([1, 2], [3]), min(1, 1.0), max(True, 1), max("a", "b", key=lambda c: -ord(c)))
for code in ("min()", "max([])", "min(5)", "max(1, 'a')", "sorted(5)", "sorted([1, 'a'])", "min(1, 2, default=3)", "max([1], key=5)", "sorted([1], lambda x: x)", "min([1], 2)", "max(default=1)", "sorted()", "sorted([1], keys=1)", "min([3, 1], key=None)", "max(x for x in [])"):
    try: print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, e)
calls = []
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): calls.append((self.v, o.v)); return self.v < o.v
sorted([K(3), K(1), K(2)]); print(calls); calls.clear(); min([K(3), K(1)]); print(calls)
