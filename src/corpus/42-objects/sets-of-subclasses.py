# The repr of a set goes by the iterator of its class; of its length it asks only as a hint.
class Upper(set):
    def __iter__(self):
        print("iter")
        return iter(["X", "Y"])

    def __len__(self):
        print("len")
        return 1


print(repr(Upper([1])))
print(repr(Upper()))


class Broken(frozenset):
    __iter__ = None


try:
    print(Broken([1]))
except TypeError as error:
    print(error)


class Keys:
    def __init__(self, keys):
        self.given = keys

    def keys(self):
        return self.given

    def __getitem__(self, key):
        print("get", key)
        return key * 2


for keys in (None, 5, (1, 2), iter("ab"), ["x"]):
    try:
        print({**Keys(keys)}, end=" ")
    except TypeError as error:
        print(error)
        continue
    print(dict(Keys([1])))


class Check(type):
    def __instancecheck__(cls, other):
        return []


class Checked(metaclass=Check):
    pass


print(isinstance(1, Checked), isinstance(Checked(), Checked))


class NotIterable:
    def __iter__(self):
        return 5


try:
    1 in NotIterable()
except TypeError as error:
    print(error)


class Adds(list):
    def __radd__(self, other):
        return 4


a = Adds()
a += (1, 2)
print(a, [0] + a if False else type([0] + a))
try:
    a += 1
except TypeError as error:
    print(error)
