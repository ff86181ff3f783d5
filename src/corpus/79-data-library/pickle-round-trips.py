import pickle, collections, datetime, enum, fractions
class C:
    def __init__(self, a): self.a = a
    def __eq__(self, o): return self.__dict__ == o.__dict__
class E(enum.Enum): X = 1
values = [None, True, 1, -1, 2**70, -2**200, 1.5, float("inf"), 1j, "é😀", "", b"\x00\xff", bytearray(b"a"), [1, [2]], (), (1, 2, 3, 4), {"a": {1: 2}}, {1, 2}, frozenset({3}), C([1]), E.X, range(3), slice(1, 2), len, int, C, collections.Counter("aab"), collections.deque([1], 3), collections.OrderedDict(a=1), datetime.date(2024, 1, 1), fractions.Fraction(1, 3), ..., NotImplemented, ValueError("x"), "a" * 300, list(range(2000)) == 0, {}.keys]
for v in values[:-1]:
    for p in range(6):
        w = pickle.loads(pickle.dumps(v, p))
        if not (w == v and type(w) is type(v)) and repr(w) != repr(v): print("differs", p, v, w)
print("done", pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)
for bad in (lambda: 0, (x for x in []), {}.keys(), C(1).__eq__ and open(__file__)):
    try: pickle.dumps(bad); print("pickled")
    except Exception as e: print(type(e).__name__, str(e)[:50])
l = [1]; l.append(l); m = pickle.loads(pickle.dumps(l)); print(m[1] is m)
a = [1]; b = pickle.loads(pickle.dumps([a, a])); print(b[0] is b[1])
