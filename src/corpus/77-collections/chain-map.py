from collections import ChainMap
a, b = {"x": 1, "y": 2}, {"y": 20, "z": 30}
m = ChainMap(a, b)
print(m, m["y"], m["z"], len(m), sorted(m), dict(m), "z" in m, m.get("q"), m.maps, m.parents)
m["z"] = 0; print(a, b); del m["x"]
for bad in (lambda: m["nope"], lambda: m.__delitem__("q"), lambda: m.pop("w"), lambda: ChainMap().popitem()):
    try: bad()
    except KeyError as e: print(e)
c = m.new_child({"x": 5}); print(c, c.new_child(k=1), ChainMap(), bool(ChainMap()), list(c), c | {"r": 1}, m == dict(m), c.parents is m)
