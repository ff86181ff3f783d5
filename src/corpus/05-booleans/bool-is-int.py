print(True + 1, True * 10, sum([True, False, True]), isinstance(True, int), issubclass(bool, int))
print(True == 1, False == 0, ["no", "yes"][True])
print(repr(True), str(False), int(True), float(True), f"{True:d} {True:5} {True!s:>6}")
print(True & False, True | 0, True ^ True, ~True == -2, -True, True << 3)
print(type(True & True).__name__, type(True & 1).__name__, type(not 0).__name__)
print(bool.__mro__, True.real, (True).__class__)
try:
    class B(bool):
        pass
except TypeError as e:
    print(e)
