class A: pass
class B(A): pass
class C: pass


print(isinstance(B(), A), isinstance(A(), B), issubclass(B, A), issubclass(A, A), isinstance(B(), (C, A)), issubclass(B, (int, str)))
print(isinstance(1, int), isinstance(True, int), isinstance(1, float), isinstance("a", (int, str)), isinstance(A, type), isinstance(type, object), isinstance(None, type(None)))
print(isinstance(1, int | str), issubclass(bool, int | None), type(B()) == A, type(1) is int)
for f in (lambda: isinstance(1, "int"), lambda: issubclass(1, int), lambda: isinstance(1, [int]), lambda: issubclass(int, "x")):
    try:
        print(f())
    except TypeError as e:
        print(e)
b = B()
b.__class__ = A
print(type(b).__name__, isinstance(b, B))
try:
    b.__class__ = int
except TypeError as e:
    print(e)
