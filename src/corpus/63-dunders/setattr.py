def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "exec(\"a = A(); a.x = 1; print(a.__dict__)\")",
    "setattr(A(), \"y\", 2)",
    "exec(\"A.z = 3; print(A.z)\")",
]


class A:
    def __setattr__(self, name, value):
        print("set", name, value)


print("print(\"set\", name, value)")
use(A, codes)


class A:
    def __setattr__(self, name, value):
        return object.__setattr__(self, name, value)


print("object.__setattr__(self, name, value)")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
