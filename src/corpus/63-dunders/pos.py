def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "+A()",
]


class A:
    def __pos__(self):
        return "pos"


print("\"pos\"")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
