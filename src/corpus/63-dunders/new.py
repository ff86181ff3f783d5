def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "type(A())",
    "A(1)",
    "A() is None",
]


class A:
    def __new__(cls, *a):
        return object.__new__(cls)


print("object.__new__(cls)")
use(A, codes)


class A:
    def __new__(cls, *a):
        return 5


print("5")
use(A, codes)


class A:
    def __new__(cls, *a):
        return None


print("None")
use(A, codes)


class A:
    def __new__(cls, *a):
        return object.__new__(cls, 1)


print("object.__new__(cls, 1)")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
