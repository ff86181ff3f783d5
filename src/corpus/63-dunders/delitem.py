def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "exec(\"a = A(); del a[1], a[1:2], a[None]\")",
    "exec(\"a = A(); a[1]\")",
]


class A:
    def __delitem__(self, key):
        print("del", key)


print("print(\"del\", key)")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
