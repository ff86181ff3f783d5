def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "A[int]",
    "A[int, str]",
    "A[:]",
    "A()[1]",
]


class A:
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


print("(cls.__name__, item)")
use(A, codes)


class A:
    def __class_getitem__(cls, item):
        return 1 / 0


print("1 / 0")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
