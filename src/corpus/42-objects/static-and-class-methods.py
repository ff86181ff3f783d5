# staticmethod and classmethod are made by __init__, which a subclass may give other parameters.
class labelled(staticmethod):
    def __init__(self, function, label):
        super().__init__(function)
        self.label = label


def scale(x: int) -> int:
    "Twice."
    return 2 * x


class C:
    m = labelled(scale, "twice")
    s = staticmethod(scale)
    c = classmethod(scale)


print(C.m(4), C.__dict__["m"].label, C().s(5))
for name in "msc":
    wrapper = C.__dict__[name]
    print(sorted(vars(wrapper)), wrapper.__doc__, wrapper.__wrapped__ is scale)
    print(wrapper.__annotations__, wrapper.__isabstractmethod__)
for t in (staticmethod, classmethod):
    empty = t.__new__(t)
    print(empty, empty.__func__, empty.__isabstractmethod__)
    try:
        empty.__get__(None, int)
    except RuntimeError as error:
        print(error)
    for arguments in ((), (1, 2)):
        try:
            t(*arguments)
        except TypeError as error:
            print(error)
try:
    empty(1)
except TypeError as error:
    print(error)
try:
    scale.__code__ = (lambda: C).__code__.replace(co_freevars=("q",))
except ValueError as error:
    print(error)
