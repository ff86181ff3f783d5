from collections import Counter, defaultdict, OrderedDict, namedtuple, ChainMap
c = Counter("mississippi")
print(c, c["s"], c["zz"], c.most_common(2), sum(c.values()), sorted(c.elements())[:4], Counter(a=1, b=2) + Counter(b=1), Counter(a=3) - Counter(a=1, b=1), Counter("ab") & Counter("b"), Counter("ab") | Counter("bb"))
c.update("sss")
c.subtract("i")
c["new"] += 5
print(c, c.total(), dict(c)["m"], Counter(["x", "y", "x"]).most_common())
del c["new"]
print("new" in c, +Counter(a=-1, b=1))
dd = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    dd[k].append(v)
print(dd, dict(dd), dd.get("zz"), "zz" in dd, dd["zz"], len(dd), defaultdict(int, x=1), defaultdict(lambda: "made")["q"])
try:
    defaultdict(None)["k"]
except KeyError as e:
    print("KeyError", e)
try:
    defaultdict(5)
except TypeError as e:
    print(e)
od = OrderedDict(a=1, b=2)
od.move_to_end("a")
print(od, od.popitem(last=False), od, OrderedDict([(1, 2)]) == {1: 2})
Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1)
print(p, p.x, p[1], p._replace(y=5), p._asdict(), Point._fields, Point._make([7, 8]), p == (1, 0), isinstance(p, tuple))
try:
    p.x = 2
except AttributeError as e:
    print(e)
try:
    Point()
except TypeError as e:
    print(e)
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m["a"], m["b"], dict(m) == {"a": 1, "b": 3}, m.new_child({"c": 0})["c"])
