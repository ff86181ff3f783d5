print({c: ord(c) for c in "abc"}, {x % 3 for x in range(9)}, {v: k for k, v in {"a": 1, "b": 2}.items()})
print({i: {j for j in range(i)} for i in range(3)}, {k: v for k, v in [("x", 1), ("x", 2)]})
words = ["hi", "there", "you"]
print({w: len(w) for w in words if len(w) > 2}, {len(w) for w in words}, {w[0]: w for w in words})


def show(tag, v):
    print(tag, v, end="; ")
    return v


print({show("k", i): show("v", i * 2) for i in range(2)})
try:
    {[i]: 1 for i in range(2)}
except TypeError as e:
    print(e)
