def plain():
    "one line"


def late():
    x = 1
    "not a docstring"


def fstring():
    f"not {1} either"


print(plain.__doc__, late.__doc__, fstring.__doc__)


def annotated(a: 1 + 1, *args: "s", b: print = None, **kw: [int]) -> {"r": 1}:
    pass


print(annotated.__annotations__)
x: int = 5
y: str
z: "later" = []
(q): int = 1
print(__annotations__, x, z)
try:
    y
except NameError as e:
    print(e)


class C:
    a: int
    b: str = "b"


print(C.__annotations__, C.b)


def local():
    v: undefined_name = 1
    w: int
    return v


print(local(), local.__annotations__)
