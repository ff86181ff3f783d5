def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "str(A())",
    "f\"{A()}\"",
    "\"%s\" % A()",
    "\"{}\".format(A())",
    "print(A())",
    "\"{!s:>6}\".format(A())",
]


class A:
    def __str__(self):
        return "text"


print("\"text\"")
use(A, codes)


class A:
    def __str__(self):
        return 5


print("5")
use(A, codes)


class A:
    def __str__(self):
        return None


print("None")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
