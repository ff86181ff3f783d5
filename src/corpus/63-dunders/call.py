def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "A()(1, x=2)",
    "callable(A())",
    "A()(*\"ab\", **{\"c\": 1})",
    "list(map(A(), [1]))",
    "A.__call__(A(), 3)",
]


class A:
    def __call__(self, *a, **k):
        return (a, k)


print("(a, k)")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
