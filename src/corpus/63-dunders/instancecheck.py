def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "isinstance(3, A())",
    "isinstance(4, A())",
    "isinstance(3, (int, A()))",
    "isinstance(4.5, (int, A()))",
]


class A:
    def __instancecheck__(self, other):
        return other == 3


print("other == 3")
use(A, codes)


class A:
    def __instancecheck__(self, other):
        return "yes"


print("\"yes\"")
use(A, codes)


class A:
    def __instancecheck__(self, other):
        return 0


print("0")
use(A, codes)


class A:
    def __instancecheck__(self, other):
        return 1 / 0


print("1 / 0")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
