def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "abs(A())",
]


class A:
    def __abs__(self):
        return 2


print("2")
use(A, codes)


class A:
    def __abs__(self):
        return "x"


print("\"x\"")
use(A, codes)


class A:
    def __abs__(self):
        return None


print("None")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
