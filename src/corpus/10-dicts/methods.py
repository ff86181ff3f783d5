d = {"a": 1, "b": 2, "c": 3}
print(d.keys(), d.values(), d.items())
print(d.pop("a"), d.pop("zz", None), d.popitem(), d)
print(d.setdefault("b", 9), d.setdefault("n", []), d)
d["n"].append(1)
d.update({"b": 5}, z=26)
d.update([("y", 25)])
d.update()
print(d)
e = d.copy()
e["new"] = 1
print("new" in d, e == d, d == dict(d))
d.clear()
print(d)
for f in ("d.pop('q')", "d.popitem()", "d.update(5)", "d.pop()", "d.get()", "d.update([1])", "d.setdefault()"):
    try:
        exec(f)
    except Exception as e:
        print(type(e).__name__, e)
