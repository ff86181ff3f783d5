from collections import UserDict, UserList, UserString
class D(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
d = D(a=1); d.update({"b": 2}); d["c"] = 3; print(d, d.data, "A" in d, d.get("a"), len(d), d | {"z": 1}, {"q": 0} | d, type(d.copy()).__name__)
class L(UserList):
    def append(self, x): super().append(x * 2)
l = L([1]); l.append(2); print(l, l + [5], [0] + l, l * 2, l[0:1], type(l[0:1]).__name__, l == [1, 4], l < [2], sorted(l, reverse=True))
class S(UserString):
    def shout(self): return self.upper() + "!"
s = S("ab"); print(s, s.shout(), type(s.upper()).__name__, s + "c", "x" + s, s == "ab", s[0], hash(s) == hash("ab"), s.join(["1", "2"]), int(S("5")), "%s" % s)
