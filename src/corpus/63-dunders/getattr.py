def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "A().x",
    "getattr(A(), \"y\", 5)",
    "hasattr(A(), \"z\")",
    "A().__class__.__name__",
    "A.x",
]


class A:
    def __getattr__(self, name):
        return "attr " + name


print("\"attr \" + name")
use(A, codes)


class A:
    def __getattr__(self, name):
        return 1 / 0


print("1 / 0")
use(A, codes)


class A:
    def __getattr__(self, name):
        return object.__getattribute__(self, name)


print("object.__getattribute__(self, name)")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
