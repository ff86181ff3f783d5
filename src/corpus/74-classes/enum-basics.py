from enum import Enum, auto, unique, IntEnum, StrEnum
class C(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def shout(self): return self.name + "!"
print(list(C), C.RED, repr(C.GREEN), C(2), C["RED"], C.CRIMSON is C.RED, C.__members__, C.RED.shout(), len(C), C.RED in C, 1 in C, 9 in C, C.RED.value, hash(C.RED) == hash("RED"))
for code in ("C(9)", "C['X']", "C.NOPE", "C.RED < C.GREEN", "C.RED.value = 5", "C.RED = 5", "del C.RED", "C()", "class X(C): pass", "C.RED.GREEN", "C('RED')"):
    try: exec(f"print({code})" if "=" not in code and not code.startswith(("del", "class")) else code)
    except Exception as e: print(code, type(e).__name__, e)
class A(Enum): X = auto(); Y = auto(); Z = "z"; W = 10
print([(m.name, m.value) for m in A])
class I(IntEnum): ONE = 1; TWO = auto()
class S(StrEnum): FOO = auto(); BAR = "b"
print(I.ONE + 1, I.TWO > 1, f"{I.ONE} {S.FOO} {S.BAR!r}", S.FOO == "foo", int(I.TWO), str(I.ONE), sorted(I, reverse=True))
try:
    @unique
    class U(Enum): A = 1; B = 1
except ValueError as e: print(e)
F = Enum("F", "P Q"); print(F.P, F.Q.value, Enum("G", {"k": 5})(5), Enum("H", [("a", 1)], module="m").__module__)
try:
    class Dup(Enum): A = 1; A = 2
except TypeError as e: print(e)
