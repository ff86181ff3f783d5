def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "int(A())",
    "int(A(), 10)",
    "\"%d\" % A()",
    "range(A())",
]


class A:
    def __int__(self):
        return 5


print("5")
use(A, codes)


class A:
    def __int__(self):
        return True


print("True")
use(A, codes)


class A:
    def __int__(self):
        return 2.0


print("2.0")
use(A, codes)


class A:
    def __int__(self):
        return "3"


print("\"3\"")
use(A, codes)


class A:
    def __int__(self):
        return None


print("None")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
