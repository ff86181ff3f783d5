for code in """
d = {"a": 1}; d.update({"b": 2}, c=3); d.update([("d", 4)]); d.update(e=5); d.update(); print(d)
d = {}; d.update([(1, 2), "ab"]); print(d)
{}.update(5)
{}.update([1])
{}.update([(1, 2, 3)])
{}.update(["abc"])
print({"a": 1} | {"a": 2, "b": 3}, {**{"x": 1}, "x": 2}, dict({"a": 1}, a=2), dict([("k", 1)], z=2))
{} | [(1, 2)]
d = {}; d |= [(1, 2)]; print(d)
d = {}; d |= 5
dict(5)
dict([1])
dict(1, 2)
dict({}, **{1: 2})
print(dict(zip("ab", [1, 2])), dict(a=1), dict(), {}.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict.fromkeys(range(2), [])[0])
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
