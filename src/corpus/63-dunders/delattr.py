def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "exec(\"a = A(); del a.x\")",
    "delattr(A(), \"y\")",
]


class A:
    def __delattr__(self, name):
        print("del", name)


print("print(\"del\", name)")
use(A, codes)


class A:
    def __delattr__(self, name):
        return object.__delattr__(self, name)


print("object.__delattr__(self, name)")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
