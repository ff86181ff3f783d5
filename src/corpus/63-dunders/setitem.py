def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "A().__setitem__(1, 2)",
    "exec(\"a = A(); a[1] = 2; a[1:2] = 3; a[1, 2] = 4\")",
    "exec(\"a = A(); a[0], a[1] = 5, 6\")",
    "exec(\"a = A(); a[0] += 1\")",
]


class A:
    def __setitem__(self, key, value):
        print("set", key, value)


print("print(\"set\", key, value)")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
