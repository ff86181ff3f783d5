def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "bytes(A())",
    "bytearray(b\"\") + bytes(A())",
]


class A:
    def __bytes__(self):
        return b"text"


print("b\"text\"")
use(A, codes)


class A:
    def __bytes__(self):
        return "x"


print("\"x\"")
use(A, codes)


class A:
    def __bytes__(self):
        return bytearray(b"x")


print("bytearray(b\"x\")")
use(A, codes)


class A:
    def __bytes__(self):
        return None


print("None")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
