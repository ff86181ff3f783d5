# Cells are compared by what they hold; bound methods and iterators of sets can be taken apart.
import copy
import types

a, b, empty = types.CellType(1), types.CellType(1), types.CellType()
print(a == b, a != types.CellType(2), a < types.CellType(2), empty < a, empty == types.CellType(), a == 1)
for thing in (a, {}.keys(), {}.items(), types.SimpleNamespace(a=1)):
    try:
        hash(thing)
    except TypeError as error:
        print(error)


class C:
    def m(self):
        return 5


print(C().m.__reduce__()[0], C().m.__reduce__()[1][1], copy.copy(C().m)())
print([1].__len__.__reduce__()[1], int.bit_length.__reduce__()[1])
it = iter({1, 2, 3})
next(it)
print(it.__reduce__()[1], list(copy.copy(it)), list(it), it.__reduce__()[1])
s = {1}
it = iter(s)
s.add(2)
try:
    it.__reduce__()
except RuntimeError as error:
    print(error)


class F(frozenset):
    pass


class S(set):
    pass


for cls in (F, S, frozenset, set, list, tuple):
    try:
        cls(1, 2)
    except TypeError as error:
        print(error)
for text in ("ß\ud83d_", "1_", "٣_٣", "½", "1+٣j", " 1\u2003"):
    for convert in (complex, float, int):
        try:
            print(ascii(text), convert(text))
        except ValueError as error:
            print(ascii(str(error)))
