print(int("5"), float("2.5"), str(5), bool("x"), list("ab"), tuple([1]), set([1, 1]), dict(a=1), complex(1, 2), bytes([65]), frozenset([1]))
print(int, float, str, list, type(5), type("a"), type([]), type(None), type(type), type(len), type(lambda: 0))
print(callable(int), isinstance(5, (str, int)), issubclass(bool, int), type(5) == int, id(5) == id(5), hash("a") == hash("a"))
print(chr(65), ord("A"), hex(255), oct(8), bin(5), ascii("é"), repr("a"), format(5, "03"), format("x"), format(1.5, ".2f"))
print(getattr("abc", "upper")(), hasattr([], "append"), dir([])[-3:], vars(type("T", (), {"a": 1})())), print(callable(5))
print([name for name in dir(5) if not name.startswith("_")])
print([name for name in dir("") if name.startswith("is")])
print(dir(type("E", (), {"z": 1, "a": 2})())[-2:])
for f in (lambda: bytes("a"), lambda: bytes(-1), lambda: bytes([256]), lambda: tuple(5), lambda: dict([1, 2]), lambda: set([[]]), lambda: chr("a"), lambda: ord(""), lambda: bool(1, 2), lambda: type(1, 2), lambda: isinstance(1), lambda: hash([]), lambda: format(5, 5), lambda: frozenset(1), lambda: int("a", base=50), lambda: str(b"a", 5), lambda: object().x, lambda: vars(1), lambda: dir(1, 2), lambda: id(), lambda: repr(), lambda: callable()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
