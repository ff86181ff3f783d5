def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "__import__(\"operator\").length_hint(A(), 7)",
]


class A:
    def __length_hint__(self):
        return 3


print("3")
use(A, codes)


class A:
    def __length_hint__(self):
        return NotImplemented


print("NotImplemented")
use(A, codes)


class A:
    def __length_hint__(self):
        return -1


print("-1")
use(A, codes)


class A:
    def __length_hint__(self):
        return "x"


print("\"x\"")
use(A, codes)


class A:
    def __length_hint__(self):
        return None


print("None")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
