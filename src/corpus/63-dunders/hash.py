def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    'hash(A()) if "__hash__" in vars(A) else "own"',
    "len({A(): 1, A(): 2})",
    "{A()} == {5}",
]


class A:
    def __hash__(self):
        return 5


print("5")
use(A, codes)


class A:
    def __hash__(self):
        return -1


print("-1")
use(A, codes)


class A:
    def __hash__(self):
        return "x"


print("\"x\"")
use(A, codes)


class A:
    def __hash__(self):
        return None


print("None")
use(A, codes)


class A:
    def __hash__(self):
        return True


print("True")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
