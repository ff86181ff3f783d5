def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "bool(A())",
    "not A()",
    "1 if A() else 2",
    "A() and 3 and 4",
]


class A:
    def __bool__(self):
        return True


print("True")
use(A, codes)


class A:
    def __bool__(self):
        return False


print("False")
use(A, codes)


class A:
    def __bool__(self):
        return 1


print("1")
use(A, codes)


class A:
    def __bool__(self):
        return 0


print("0")
use(A, codes)


class A:
    def __bool__(self):
        return None


print("None")
use(A, codes)


class A:
    def __bool__(self):
        return "x"


print("\"x\"")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
