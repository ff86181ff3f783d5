from collections import OrderedDict
d = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
d.move_to_end("a"); print(d, list(reversed(d))); d.move_to_end("c", last=False); print(list(d.items()))
print(d.popitem(), d.popitem(last=False), d, d.pop("zz", "none"))
try: d.move_to_end("nope")
except KeyError as e: print(repr(e))
try: OrderedDict().popitem()
except KeyError as e: print(e)
x, y = OrderedDict(a=1, b=2), OrderedDict(b=2, a=1)
print(x == y, x == dict(y), x != y, x | y, OrderedDict.fromkeys("ab", 0), repr(OrderedDict()))
x["a"] = 9; x |= {"z": 1}; print(x, list(x.keys())[::-1], x.setdefault("q", 5), len(x))
class O(OrderedDict): pass
print(O(a=1), O(a=1).copy().__class__.__name__)
try:
    for k in x: x[k + "!"] = 1
except RuntimeError as e: print(e)
x["me"] = x; print(x)
