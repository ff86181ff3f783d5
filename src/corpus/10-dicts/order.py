d = {}
for k in ("z", "a", "m"):
    d[k] = len(d)
print(d)
del d["a"]
d["a"] = 9
d["z"] = "kept place"
print(d, list(reversed(d)), next(iter(d)))
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, list({"a": 1, "b": 2}.items()) == list({"b": 2, "a": 1}.items()))
print(sorted(d), sorted(d.items(), key=lambda kv: str(kv[1])), max(d), {k: d[k] for k in sorted(d)})
print(list(d.items())[0], list(d.values()))
