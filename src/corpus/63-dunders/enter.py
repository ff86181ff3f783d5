def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "exec(\"with A() as a: print(a)\")",
]


class A:
    def __enter__(self):
        return "entered"

    def __exit__(self, *exc):
        print("left", exc)


print("\"entered\"")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
