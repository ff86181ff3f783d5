d = {"a": 1, "b": 2}
d["c"] = 3
d["a"] = 10
print(d, len(d), d["a"], "b" in d, 2 in d, list(d))
del d["b"]
print(d, d.get("x"), d.get("x", 0), d.get("a"))
print({}, dict(), dict(a=1), dict([("k", "v")]), dict({"x": 1}, y=2), dict.fromkeys("ab"), dict.fromkeys([1], 0))
for f in ("d['zz']", "del d['zz']", "d[[1]] = 1", "{[]: 1}", "d[{}]", "dict(5)", "dict([1])", "dict(['abc'])", "dict([('a',)])", "d.nope", "d['a']['b']", "{1: 2}[3]", "{}[(1, 2)]", "{}['it\\'s']", "[] in d"):
    try:
        exec(f)
    except Exception as e:
        print(type(e).__name__, e)
