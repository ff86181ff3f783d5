def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "type(\"B\", (A,), {})",
    "type(\"B\", (A,), {}, x=1)",
    "exec(\"class C(A, y=2): pass\")",
]


class A:
    def __init_subclass__(cls, **k):
        print("sub", cls.__name__, k)


print("print(\"sub\", cls.__name__, k)")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
