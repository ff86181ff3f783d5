def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "round(A())",
    "round(A(), 2)",
    "round(A(), None)",
    "round(number=A(), ndigits=1)",
]


class A:
    def __round__(self, n=None):
        return ("r", n)


print("(\"r\", n)")
use(A, codes)


class A:
    def __round__(self, n=None):
        return "x"


print("\"x\"")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
