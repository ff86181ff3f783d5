def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "__import__(\"os\").fspath(A())",
    "__import__(\"os\").path.basename(A())",
]


class A:
    def __fspath__(self):
        return "/a/b"


print("\"/a/b\"")
use(A, codes)


class A:
    def __fspath__(self):
        return b"/a"


print("b\"/a\"")
use(A, codes)


class A:
    def __fspath__(self):
        return 5


print("5")
use(A, codes)


class A:
    def __fspath__(self):
        return None


print("None")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
