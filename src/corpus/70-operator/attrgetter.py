from operator import *

for code in """
attrgetter("real")(5), attrgetter("real", "imag")(1+2j), attrgetter("__class__.__name__")([])
attrgetter()
attrgetter(1)
attrgetter("x.y")(5)
attrgetter("real")(5, 6)
attrgetter("real.real.imag")(7)
repr(attrgetter("a", "b.c"))
attrgetter("")(5)
attrgetter("real")(x=1)
__import__("copy").copy(attrgetter("a.b"))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
