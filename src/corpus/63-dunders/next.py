def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "next(A())",
    "iter(A())",
    "next(A(), 5)",
    "list(A())",
]


class A:
    n = 0

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n

    def __iter__(self):
        return self


print("1")
use(A, codes)


class A:
    def __next__(self):
        return 1 / 0

    def __iter__(self):
        return self


print("1 / 0")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
