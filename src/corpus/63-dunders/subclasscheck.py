def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "issubclass(int, A())",
    "issubclass(str, A())",
    "issubclass(5, A())",
]


class A:
    def __subclasscheck__(self, other):
        return other is int


print("other is int")
use(A, codes)


class A:
    def __subclasscheck__(self, other):
        return "yes"


print("\"yes\"")
use(A, codes)


class A:
    def __subclasscheck__(self, other):
        return []


print("[]")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
