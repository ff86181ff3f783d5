print(1 + 1.0, 2 * 0.5, 3 - True, True + True, 7 // 2.0, 7 % 2.5)
print(type(1 + 1.0).__name__, type(True + 0).__name__, type(4 / 2).__name__, type(2 ** -1).__name__)
print(1 + 2j, 1.5 * 2j, True * 1.5)
print(sum([1, 2.5, True]), max(1, 2.0), max(2.0, 2), min(True, 1))
print(1 == 1.0, hash(1) == hash(1.0) == hash(True), {1: "a", 1.0: "b", True: "c"})
print(10 ** 20 + 0.5, 10 ** 20 == 1e20, 2 ** 53 + 1 == 2.0 ** 53 + 1)
print(2 ** 53 + 1 > 2.0 ** 53, 10 ** 400 > 1e308)
try:
    print(10 ** 400 + 1.0)
except OverflowError as e:
    print(e)
