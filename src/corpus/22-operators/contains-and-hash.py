class InByIter:
    def __iter__(self):
        print("iter")
        return iter([1, 2])


class InByGetitem:
    def __getitem__(self, i):
        print("getitem", i)
        if i > 2:
            raise IndexError
        return i


print(2 in InByIter(), 5 in InByIter(), 1 in InByGetitem(), 9 in InByGetitem())


class NoContains:
    __contains__ = None

    def __iter__(self):
        return iter([])


try:
    1 in NoContains()
except TypeError as e:
    print(e)


class Key:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return hash(self.v)

    def __eq__(self, o):
        return isinstance(o, Key) and self.v == o.v


d = {Key("a"): 1}
k = Key("b")
d[k] = 2
k.v = "a"
print(d[Key("a")], Key("b") in d, k in d, len(d))
print(hash(1) == hash(True), hash("a") == hash("a"), hash((1, "a")) == hash((1, "a")), hash(-1), hash(-2), hash(0), hash(0.0))
for x in ([], {}, set(), bytearray(), slice(1)):
    try:
        print(hash(x) is not None)
    except TypeError as e:
        print(e)
