def use(A, codes):
    for code in codes:
        try:
            result = eval(code, {"A": A})
            print("  ", code, "->", result if type(result) in (int, str, float, bool, tuple, list, bytes) else type(result).__name__)
        except Exception as error:
            print("  ", code, "->", type(error).__name__ + ":", error)


codes = [
    "type(\"B\", (), {\"f\": A(), \"g\": A()})",
    "exec(\"class C: x = y = A()\")",
    "exec(\"class D: pass\\nD.x = A()\")",
]


class A:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)


print("print(\"named\", owner.__name__, name)")
use(A, codes)


class A:
    def __set_name__(self, owner, name):
        return 1 / 0


print("1 / 0")
use(A, codes)


class Without:
    pass


print("without")
use(Without, codes)
