def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "type(A())",
    "A(1, 2) is None",
    "A.__init__(5)",
]


class A:
    def __init__(self, *a):
        return None


print("None")
use(A, codes)


class A:
    def __init__(self, *a):
        return 5


print("5")
use(A, codes)


class A:
    def __init__(self, *a):
        return 1 / 0


print("1 / 0")
use(A, codes)


class A:
    def __init__(self, *a):
        print("init", a)


print("print(\"init\", a)")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
