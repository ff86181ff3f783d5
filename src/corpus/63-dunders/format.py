def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "format(A())",
    "format(A(), \"x\")",
    "f\"{A():>{5}}\"",
    "\"{:abc}\".format(A())",
    "f\"{A()!r:3.3}\"[:0]",
]


class A:
    def __format__(self, spec):
        return "<" + spec + ">"


print("\"<\" + spec + \">\"")
use(A, codes)


class A:
    def __format__(self, spec):
        return 5


print("5")
use(A, codes)


class A:
    def __format__(self, spec):
        return None


print("None")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
