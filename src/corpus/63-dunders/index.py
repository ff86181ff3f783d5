def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "[10, 20, 30][A()]",
    "hex(A())",
    "range(A())",
    "int(A())",
    "float(A())",
    "\"abc\"[A():]",
    "[0] * A()",
    "bin(A())",
    "chr(A() + 0) if False else round(2.675, A())",
]


class A:
    def __index__(self):
        return 2


print("2")
use(A, codes)


class A:
    def __index__(self):
        return True


print("True")
use(A, codes)


class A:
    def __index__(self):
        return 2.0


print("2.0")
use(A, codes)


class A:
    def __index__(self):
        return "3"


print("\"3\"")
use(A, codes)


class A:
    def __index__(self):
        return None


print("None")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
