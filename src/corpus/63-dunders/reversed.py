def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "list(reversed(A()))",
]


class A:
    def __reversed__(self):
        return iter("ba")


print("iter(\"ba\")")
use(A, codes)


class A:
    def __reversed__(self):
        return 5


print("5")
use(A, codes)


class A:
    def __reversed__(self):
        return [1]


print("[1]")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
