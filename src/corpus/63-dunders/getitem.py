def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "A()[1]",
    "A()[1:2]",
    "A()[1, 2]",
    "A()[..., None]",
    "A()[::2, 1:]",
    "A()[\"k\"]",
]


class A:
    def __getitem__(self, key):
        return key


print("key")
use(A, codes)


class A:
    def __getitem__(self, key):
        return ("got", key)


print("(\"got\", key)")
use(A, codes)


class A:
    def __getitem__(self, key):
        return {}[key]


print("{}[key]")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
