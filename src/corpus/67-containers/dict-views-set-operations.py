for code in """
a, b = {"x": 1, "y": 2}, {"y": 2, "z": 3}; print(sorted(a.keys() & b.keys()), sorted(a.keys() | b.keys()), sorted(a.keys() - b), sorted(a.keys() ^ b.keys()), a.items() & b.items(), a.keys() == {"x", "y"}, a.keys() < {"x", "y", "q"}, a.keys().isdisjoint("q"))
d = {"a": 1}; k, v, i = d.keys(), d.values(), d.items(); d["b"] = 2; print(k, v, i, len(k), "b" in k, 2 in v, ("a", 1) in i, ("a", 2) in i, list(reversed(k)), list(reversed(i)))
print({}.values() == {}.values(), {}.keys() == {}.keys(), {1: 2}.items() == {(1, 2)}, {1: []}.items() == {1: []}.items())
{1: 2}.keys()[0]
{1: 2}.values() & {2}
{1: []}.items() & {(1, 2)}; print("fine")
set({1: []}.items())
hash({}.keys())
{}.keys().add(1)
print({1: 2}.keys().mapping, type({}.items()), {1: 2}.keys() - [1], {1, 2} - {1: 0}.keys(), [1] | {2: 3}.keys())
print({1: 2}.keys() <= {1}, {1: 2}.keys() >= {1, 2}, {1: 2}.items() <= {(1, 2), 3}, {1: 2}.keys() != {1})
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
