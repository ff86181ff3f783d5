def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "list(A())",
    "[*A()]",
    "1 in A()",
    "tuple(A())",
    "sum(A())",
]


class A:
    def __iter__(self):
        return iter([1, 2])


print("iter([1, 2])")
use(A, codes)


class A:
    def __iter__(self):
        return [1, 2]


print("[1, 2]")
use(A, codes)


class A:
    def __iter__(self):
        return 5


print("5")
use(A, codes)


class A:
    def __iter__(self):
        return None


print("None")
use(A, codes)


class A:
    def __iter__(self):
        return self


print("self")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
