from collections import defaultdict
d = defaultdict(list); d["a"].append(1); d["b"]; print(d, d.get("c"), "c" in d, d.default_factory)
print(defaultdict(int, {"a": 1}, b=2), defaultdict(None, a=1), defaultdict())
try: defaultdict(5)
except TypeError as e: print(e)
try: defaultdict(None)["x"]
except KeyError as e: print(repr(e))
n = defaultdict(lambda: defaultdict(int)); n["x"]["y"] += 1; print({k: dict(v) for k, v in n.items()})
e = d.copy(); print(type(e).__name__, e == d, e | {"z": 0}, {"q": 1} | d)
class D(defaultdict):
    def __missing__(self, key): return "sub " + key
print(D(list)["k"], D(list))
d.default_factory = None
try: d["new"]
except KeyError as x: print(x)
f = defaultdict(list); f["self"].append(f); print(f)
