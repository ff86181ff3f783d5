# oracle: dis
name = "Ada"
items = [1, 2, 3, *range(3)]
print(f"{name!r:>10} {items[1:]} {items[::2]} {len(items):03}")
a, (b, *c) = 1, (2, 3, 4)
items[0] = items[-1]
items[1:2] = ()
d = {"a": 1, **{"b": 2}}
del items[0], d["a"]
print(a, b, c, items, d, (1, 2, "x"), {1, 2} == {2, 1})
