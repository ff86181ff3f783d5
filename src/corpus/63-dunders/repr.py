def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "repr(A())",
    "str(A())",
    "f\"{A()}\"",
    "[A()]",
    "\"%r\" % A()",
    "ascii(A())",
]


class A:
    def __repr__(self):
        return "text"


print("\"text\"")
use(A, codes)


class A:
    def __repr__(self):
        return 5


print("5")
use(A, codes)


class A:
    def __repr__(self):
        return None


print("None")
use(A, codes)


class A:
    def __repr__(self):
        return b"x"


print("b\"x\"")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
