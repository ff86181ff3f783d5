def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "__import__(\"copy\").copy(A())",
]


class A:
    def __reduce__(self):
        return (list, ("ab",))


print("(list, (\"ab\",))")
use(A, codes)


class A:
    def __reduce__(self):
        return "A"


print("\"A\"")
use(A, codes)


class A:
    def __reduce__(self):
        return 5


print("5")
use(A, codes)


class A:
    def __reduce__(self):
        return (1, 2)


print("(1, 2)")
use(A, codes)


class A:
    def __reduce__(self):
        return (list,)


print("(list,)")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
