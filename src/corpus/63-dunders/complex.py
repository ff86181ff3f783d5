def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "complex(A())",
    "complex(A(), 1)",
    "__import__(\"cmath\").sqrt(A())",
]


class A:
    def __complex__(self):
        return 1j


print("1j")
use(A, codes)


class A:
    def __complex__(self):
        return 5


print("5")
use(A, codes)


class A:
    def __complex__(self):
        return "3"


print("\"3\"")
use(A, codes)


class A:
    def __complex__(self):
        return None


print("None")
use(A, codes)


class A:
    def __complex__(self):
        return 2.5


print("2.5")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
