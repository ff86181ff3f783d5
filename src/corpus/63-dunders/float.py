def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "float(A())",
    "__import__(\"math\").sqrt(A())",
    "\"%.1f\" % A()",
    "complex(A())",
]


class A:
    def __float__(self):
        return 5.5


print("5.5")
use(A, codes)


class A:
    def __float__(self):
        return 5


print("5")
use(A, codes)


class A:
    def __float__(self):
        return "3"


print("\"3\"")
use(A, codes)


class A:
    def __float__(self):
        return None


print("None")
use(A, codes)


class A:
    def __float__(self):
        return True


print("True")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
