d = {"a": 1, "b": 2}
keys, values, items = d.keys(), d.values(), d.items()
d["c"] = 3
print(len(keys), list(values), ("c", 3) in items, "a" in keys, 3 in values)
print(sorted(keys & {"a", "z"}), sorted(keys | {"z"}), sorted(keys - {"a"}), sorted(keys ^ {"a", "q"}))
print(keys == {"a", "b", "c"}, items == {("a", 1), ("b", 2), ("c", 3)}, values == d.values(), keys.isdisjoint(["x"]))
print(type(keys).__name__, type(values).__name__, type(items).__name__, list(reversed(items)))
try:
    keys[0]
except TypeError as e:
    print(e)
print(sorted(keys <= {"a", "b", "c", "d"} for _ in (1,)), dict(items) == d)
