for code in """
True + True, True * 3, -True, +False, True / 2, True // 1, True % 2, True ** 2, abs(True), divmod(True, 2)
True & True, True | False, True ^ True, True & 1, type(True & True), type(True & 1), type(True | 0)
bool("0"), bool("False"), bool([]), bool([0]), bool(0.0), bool(-0.0), bool(float("nan")), bool(None), bool(...), bool(range(0)), bool(b"")
True == 1, True is 1 if False else 0, hash(True) == hash(1), {True: "a", 1: "b", 1.0: "c"}, [1, True, 1.0].index(True), sum([True, True, False])
bool(1, 2)
bool(x=1)
type("B", (bool,), {})
int(True), float(False), str(True), repr(False), f"{True:d} {True:>6} {True!r}", "%d %s" % (True, True)
sorted([True, False, 0, 1]), max(True, 2), min(False, 0), round(True), True.__class__.__mro__
True < 2, False < True, not None, not not 3, (1 or 2) and 3, 0 or None, 1 and [] or "x"
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
