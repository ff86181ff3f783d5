import pprint
data = {"name": "x" * 10, "items": list(range(30)), "nested": {"a": {"b": ["long string " * 3, (1, 2)]}}, "s": {3, 1, 2}}

for code in r"""
pprint.pformat(data)
pprint.pformat(data, width=40, indent=2)
pprint.pformat(data, compact=True, width=60)
pprint.pformat(data, depth=1), pprint.pformat([[[[]]]], depth=2)
pprint.pformat({"b": 1, "a": 2}), pprint.pformat({"b": 1, "a": 2}, sort_dicts=False), pprint.pformat(12345678, underscore_numbers=True)
pprint.pformat("word " * 30, width=40)
pprint.pformat(b"\x00\xff" * 30, width=40)
pprint.saferepr([1, {"b": 2, "a": [3]}]), pprint.isreadable([1, "a"]), pprint.isrecursive([]), pprint.isreadable(object)
(lambda l: (l.append(l), pprint.pformat(l).split(" ")[0], pprint.isrecursive(l)))([1])[1:]
pprint.pformat(__import__("collections").OrderedDict(a=1)), pprint.pformat(__import__("types").SimpleNamespace(a=1, b="x" * 80)), pprint.pformat(__import__("collections").Counter("aab"))
pprint.pformat([1], width=0)
pprint.pformat({1: 2, "a": 3}), pprint.pformat((1,)), pprint.pformat(()), pprint.pformat(frozenset({2, 1}))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
