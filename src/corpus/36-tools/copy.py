import copy
a = [1, [2, 3], {"k": [4]}]
s = copy.copy(a)
d = copy.deepcopy(a)
a[1].append("changed")
a[2]["k"].append("too")
a.append("new")
print(s, d)
li = []
li.append(li)
dl = copy.deepcopy(li)
print(dl[0] is dl, dl is li)


class C:
    def __init__(self):
        self.items = []

    def __deepcopy__(self, memo):
        print("deepcopy hook")
        return "copied"


c = C()
print(copy.copy(c).items is c.items, copy.deepcopy(c), copy.copy((1, 2)) == (1, 2), copy.deepcopy("s"), copy.copy({1: 2}), copy.deepcopy({(1, 2): [3]}))
