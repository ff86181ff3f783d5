import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("del", self.name)


gc.collect()
gc.disable()
a, b = Node("a"), Node("b")
a.other, b.other = b, a
del a
print("a unnamed")
del b
print("b unnamed, neither gone")
print(gc.collect() > 0)
print("after collect")
c = Node("self")
c.other = c
del c
print(gc.collect())
n = Node("plain")
del n
print(gc.collect(), gc.isenabled())
li = []
li.append(li)
del li
print(gc.collect())
gc.enable()
print(gc.isenabled(), gc.get_threshold())
