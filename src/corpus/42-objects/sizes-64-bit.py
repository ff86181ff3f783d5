# oracle: properties
# What sys.getsizeof answers on a 64-bit machine; hashes of 64 bits; the order of sets of ints.
import sys
from decimal import Decimal
from fractions import Fraction

size = sys.getsizeof


class C:
    pass


class S:
    __slots__ = ("a", "b")


class I(int):
    pass


class T(str):
    pass


def gen():
    yield


print(size(object()), size(C()), size(S()), size(I(5)), size(T("ab")), size(type("D", (dict,), {})()))
print(size(C), size(S), size(int), size(gen()), size(gen.__code__), size(memoryview(b"abc")), size(ValueError(1)), size(OSError()))
print([size(x) for x in (None, True, 0, 1, 2**30, 2**60, -(2**100), 1.0, 1j, "", "a", "日本", "😀", b"", b"abc", (), (1, 2), range(5), slice(1), len)])
items = []
grown = []
for i in range(40):
    items.append(i)
    grown.append(size(items))
print(grown)
print(size([1]), size([1, 2, 3]), size(list(range(10))), size([x for x in range(10)]), size([*items, 1]), size(sorted(items)), size(items[:]))
print([size(dict.fromkeys(range(n))) for n in (0, 1, 5, 6, 10, 11, 21, 22, 100)], size({"a": 1}))
print([size(set(range(n))) for n in (0, 4, 5, 19, 20, 76, 77)], size(frozenset()))
buffer = bytearray()
print([(buffer.append(i), size(buffer))[1] for i in range(20)], size(bytearray(range(10))), size(bytearray(10)))
print([hash(x) for x in (1.5, 0.1, -1.0, 1e300, float("inf"), 1j, complex(0.5, -0.25), 2**61 - 1, 2**61, 2**100, -1, -2)])
print([hash(x) for x in ((), (1,), (1, 2, 3), (1.5, (2,)), frozenset(), frozenset({1, 2, 3}), range(5), range(1, 10, 3))])
print([hash(x) for x in (Fraction(1, 3), Fraction(-7, 2), Decimal("1.1"), Decimal("1e50"), Decimal("-0.1"))])
print(list({5, 3, 100, 33, 65, 1, 2**40, -1, -2}), list({i * i for i in range(12)}), list(set(range(0, 100, 7))))
#> 16 48 48 60 99 80
#> 1704 936 432 176 216 184 88 128
#> [16, 28, 28, 28, 32, 36, 40, 24, 32, 41, 42, 62, 64, 33, 36, 40, 56, 48, 56, 72]
#> [88, 88, 88, 88, 120, 120, 120, 120, 184, 184, 184, 184, 184, 184, 184, 184, 248, 248, 248, 248, 248, 248, 248, 248, 312, 312, 312, 312, 312, 312, 312, 312, 376, 376, 376, 376, 376, 376, 376, 376]
#> 64 88 136 184 472 376 376
#> [64, 224, 224, 352, 352, 632, 632, 1168, 4688] 184
#> [216, 216, 728, 2264, 2264, 2264, 8408] 216
#> [58, 61, 61, 61, 64, 64, 64, 68, 68, 68, 68, 75, 75, 75, 75, 75, 75, 75, 83, 83] 68 67
#> [1152921504606846977, 230584300921369408, -2, 1224995262755759164, 314159, 1000003, -576460752303423488, 0, 1, 549755813888, -2, -2]
#> [5740354900026072187, -6644214454873602895, 529344067295497451, -8923588197413097357, 133146708735736, -272375401224217160, 5795932985296280846, -9160968616009628824]
#> [1537228672809129301, -1152921504606846979, 2075258708292324557, 619332571178673746, -2075258708292324556]
#> [1099511627776, 65, 33, 3, 100, 5, 1, -1, -2] [0, 1, 64, 121, 4, 36, 100, 9, 16, 49, 81, 25] [0, 98, 35, 70, 7, 42, 77, 14, 49, 84, 21, 56, 91, 28, 63]
