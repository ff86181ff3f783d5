def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "3 in A()",
    "4 not in A()",
    "__import__(\"operator\").contains(A(), 3)",
]


class A:
    def __contains__(self, item):
        return item == 3


print("item == 3")
use(A, codes)


class A:
    def __contains__(self, item):
        return "yes"


print("\"yes\"")
use(A, codes)


class A:
    def __contains__(self, item):
        return 0


print("0")
use(A, codes)


class A:
    def __contains__(self, item):
        return []


print("[]")
use(A, codes)


class A:
    def __contains__(self, item):
        return item.x


print("item.x")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
