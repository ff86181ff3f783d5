for code in """
d = {"a": 1}; print(d.get("a"), d.get("b"), d.get("b", 5), d.setdefault("c", []), d.setdefault("a", 9), d.setdefault("n"), d)
d = {"a": 1}; print(d.pop("a"), d.pop("z", "none"), d)
{}.pop("x")
{}.pop()
{}["k"]
{}.popitem()
d = {1: 2, 3: 4}; print(d.popitem(), d.popitem(), d)
{}.get()
{}.get([])
{}.setdefault([], 1)
d = {}; d[[]] = 1
print({}.get([], 5) if False else "skipped")
d = {"k": None}; print(d.get("k", 5), d.pop("k", 5), d.pop("k", 5))
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
