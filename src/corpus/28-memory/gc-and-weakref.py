import gc
import weakref


class Node:
    pass


gc.collect()
a = Node()
a.me = a
r = weakref.ref(a, lambda ref: print("callback"))
del a
print(r() is None)
print(gc.collect())
print(r() is None)


class Resurrect:
    def __init__(self):
        self.me = self

    def __del__(self):
        global saved
        saved = self
        print("resurrected")


Resurrect()
gc.collect()
print(saved is not None)
saved.me = None
del saved
print("not finalised twice")
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("a"), gc.is_tracked({}), gc.is_tracked({"a": []}), gc.is_tracked(Node()))
print(gc.garbage, len(gc.get_stats()), gc.get_debug())
x = [1]
y = [x]
print(y in gc.get_referrers(x), gc.get_referents(y) == [x])
