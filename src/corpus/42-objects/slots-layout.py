# What __slots__ may say, and which classes may stand for each other.
def attempt(text):
    names = {"Dict": type("Dict", (), {})}
    try:
        exec(text, names)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
    else:
        print("fine")


for slots in ("()", "'a'", "('a', 'b')", "'__dict__'", "('__dict__', '__dict__')", "('__weakref__',)", "5", "(1,)", "('1',)", "{'a': 'doc'}", "('é',)"):
    for base in ("object", "int", "tuple", "type", "Dict", "str"):
        print(base, slots, end=": ")
        attempt(f"class C({base}): __slots__ = {slots}")
attempt("class C:\n    __slots__ = ('a', 'b')\n    a = 1")
attempt("class C(Dict, str): __slots__ = ['__dict__']")
attempt("class C(int, str): pass")
attempt("class C(ValueError, KeyError): pass")
attempt("class C(ValueError, OSError): pass")
attempt("class C(OSError, SyntaxError): pass")


class A:
    __slots__ = ("x", "a")


class B:
    __slots__ = ("a", "x")


class C:
    __slots__ = ("a", "y")


class D:
    pass


class E(A):
    pass


for new in (B, C, D, E, int, list):
    a = A()
    a.x = 1
    try:
        a.__class__ = new
        print(type(a).__name__, a.x)
    except TypeError as error:
        print(error)
for cls, bases in ((D, (object,)), (E, (B,)), (E, (D,)), (E, (int,)), (E, (E,)), (E, ())):
    try:
        cls.__bases__ = bases
        print(cls.__bases__)
    except TypeError as error:
        print(error)
print(type("X", (type,), {}).__dictoffset__ != 0, A.__dictoffset__, D.__dictoffset__, D.__weakrefoffset__ < 0, ValueError.__weakrefoffset__)
