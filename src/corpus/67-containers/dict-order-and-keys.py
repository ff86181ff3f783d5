for code in """
d = {"b": 1, "a": 2}; d["c"] = 3; d["b"] = 9; print(list(d)); del d["b"]; d["b"] = 0; print(list(d), d == {"a": 2, "b": 0, "c": 3}, list(reversed(d)))
print({1: "int", True: "bool", 1.0: "float"}, {0: 1, False: 2}, {"1": 1, 1: 2}, {(1, 2): 3, (1.0, 2): 4}, {None: 1}[None], {float("nan"): 1, float("nan"): 2})
n = float("nan"); d = {n: 1}; print(d[n], n in d, float("nan") in d)
{[]: 1}
{{}: 1}
{(1, []): 2}
{slice(1): 1}; print("slices hash now")
d = {}; d[d] = 1
d = {"a": 1}; d["self"] = d; print(d, d == d)
print({} == {}, {1: 2} == {1: 2.0}, {1: 2} != {2: 1}, bool({}), len({1: 1}), {**{}}, {1: {2: {3: 4}}}[1][2][3])
{} < {}
print(dict.fromkeys("hello"), list(dict.fromkeys([3, 1, 3])), {k: v for v, k in enumerate("ab")}, max({1: 5, 3: 0}), sum({1: 5, 3: 0}), sorted({2: 0, 1: 0}))
d = {1: "a"}; del d[2]
d = {1: 1}; d.clear(); print(d, d.copy() is d); d.nope
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
