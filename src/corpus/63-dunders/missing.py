def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "A()[\"x\"]",
    "A().get(\"x\")",
    "\"x\" in A()",
    "A()[[]]",
]


class A(dict):
    def __missing__(self, key):
        return key * 2


print("key * 2")
use(A, codes)


class A(dict):
    def __missing__(self, key):
        return 1 / 0


print("1 / 0")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
