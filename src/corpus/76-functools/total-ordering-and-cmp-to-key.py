from functools import cmp_to_key, total_ordering
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, V) else NotImplemented
a, b = V(1), V(2)
print(a < b, a <= b, a > b, a >= b, a >= V(1), a != b, V.__le__.__name__)
try: a <= 5
except TypeError as e: print(e)
try:
    @total_ordering
    class W: pass
except ValueError as e: print(e)
key = cmp_to_key(lambda x, y: (x % 3) - (y % 3))
print(sorted(range(7), key=key), key(1) < key(2), key(1) == key(4), min([5, 3, 4], key=key), key(9).obj)
try: key(1) < 5
except TypeError as e: print(e)
try: hash(key(1))
except TypeError as e: print(e)
try: sorted([1, 2], key=cmp_to_key(lambda x, y: "a"))
except TypeError as e: print(e)
try: cmp_to_key(5)(1) < cmp_to_key(5)(2)
except TypeError as e: print(e)
