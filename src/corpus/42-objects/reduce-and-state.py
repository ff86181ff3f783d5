# What __reduce_ex__ and __getstate__ look up, and in which order.
class Logged:
    def __getattribute__(self, name):
        print("  look up", name)
        return object.__getattribute__(self, name)


for protocol in (0, 2):
    print("protocol", protocol)
    print(Logged().__reduce_ex__(protocol)[1:])


class Slotted:
    __slots__ = ("b", "a", "__dict__")

    def __init__(self):
        self.a, self.b, self.c = 1, 2, 3


print(Slotted().__getstate__(), Slotted.__slotnames__)
print(Slotted().__reduce_ex__(2)[1:])
for thing in (memoryview(b""), len, (x for x in ()), object(), 5, None, [1], {1: 2}, bytearray(b"a\xff"), bytearray()):
    for protocol in (1, 2, 4):
        try:
            made = thing.__reduce_ex__(protocol)
            print(type(thing).__name__, protocol, made if isinstance(made, str) else made[1:3])
        except TypeError as error:
            print(protocol, error)


class Stateful(list):
    def __getstate__(self):
        return "state"


print(Stateful([1]).__reduce_ex__(2)[2])
a = Slotted()
del a.__dict__
print(a.__dict__, a.__getstate__())
try:
    del StopIteration().__dict__
except TypeError as error:
    print(error)
