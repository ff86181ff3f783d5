import json

for code in r"""
json.dumps([1, 2.5, "a", None, True, {"k": (1, 2)}]), json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps([], indent=2), json.dumps({}, indent=2)
json.dumps({"a": [1, {"b": []}]}, indent=2), json.dumps([1, 2], indent="\t"), json.dumps([1, 2], separators=(",", ":")), json.dumps([1], indent=0)
json.dumps("é\n\t\"\\/\x00\u2028😀\ud800"), json.dumps("é😀", ensure_ascii=False), json.dumps({1: 2, None: 3, True: 4, 1.5: 5, "x": 6})
json.dumps(float("nan")), json.dumps([float("inf"), -0.0, 1e100, 1e16, 10**25, 1e-7])
json.dumps(float("nan"), allow_nan=False)
json.dumps({(1, 2): 3})
json.dumps({(1, 2): 3, "a": 1}, skipkeys=True)
json.dumps({1, 2})
json.dumps(object)
json.dumps([b"x"])
json.dumps({1, 2}, default=sorted), json.dumps([1j], default=lambda o: [o.real, o.imag])
json.dumps([1j], default=lambda o: o)
json.dumps({1: 1, "a": 2}, sort_keys=True)
(lambda l: (l.append(l), json.dumps(l)))([])
json.dumps(type("I", (int,), {"__repr__": lambda s: "x"})(5)), json.dumps(type("S", (str,), {})("s")), json.dumps(type("D", (dict,), {})(a=1)), json.dumps(type("F", (float,), {})(1.5))
json.JSONEncoder(indent=1).encode([1, [2]]), list(json.JSONEncoder().iterencode([1, {"a": 2}]))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
