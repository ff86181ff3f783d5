import json
data = {"name": "Ada", "tags": ["x", 1, 2.5, None, True], "nested": {"é": "ü", "empty": [], "d": {}}}
text = json.dumps(data)
print(text)
print(json.loads(text) == data, json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False))
print(json.dumps({1: "a", None: "b", True: "c"}), json.dumps("quote\" slash\\ nl\n"), json.dumps([float("inf"), -0.0, 1e100]), json.loads("[1, 2.0, -3e2, \"\\u00e9\\n\"]"))
for bad in ("{", "[1,]", "{'a': 1}", "nul", "", "[1] x", '"\t"'):
    try:
        json.loads(bad)
    except json.JSONDecodeError as e:
        print(e)
try:
    json.dumps({1, 2})
except TypeError as e:
    print(e)
print(json.dumps([1, 2], separators=(",", ":")), json.dumps(5, default=str), json.dumps({1: {2}}, default=list))
