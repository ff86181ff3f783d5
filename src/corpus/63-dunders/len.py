def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "len(A())",
    "bool(A())",
]


class A:
    def __len__(self):
        return 3


print("3")
use(A, codes)


class A:
    def __len__(self):
        return 0


print("0")
use(A, codes)


class A:
    def __len__(self):
        return -1


print("-1")
use(A, codes)


class A:
    def __len__(self):
        return "x"


print("\"x\"")
use(A, codes)


class A:
    def __len__(self):
        return 2.0


print("2.0")
use(A, codes)


class A:
    def __len__(self):
        return True


print("True")
use(A, codes)


class A:
    def __len__(self):
        return 10**30


print("10**30")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
