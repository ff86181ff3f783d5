data = {"name": "site", "pages": [{"title": "a", "tags": ["x", "y"]}, {"title": "b", "tags": []}], "meta": {"n": 2, "ok": True}}
print(data["pages"][0]["tags"][1], data["meta"]["n"] + 1)
data["meta"]["extra"] = {"deep": [1]}
data["pages"][1]["tags"].append("z")
print(data)
print([p["title"] for p in data["pages"] if p["tags"]])
d = {}
d["self"] = d
print(d)
li = [d]
d["li"] = li
print(d)
try:
    data["pages"][2]
except IndexError as e:
    print(e)
try:
    data["meta"]["missing"]["x"]
except KeyError as e:
    print(e, repr(e), e.args)
