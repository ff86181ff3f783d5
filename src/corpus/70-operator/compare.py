from operator import *

for code in """
lt(1, 2), le(2, 2), eq(1, 1.0), ne("a", "b"), ge(3, 4), gt("b", "a")
lt(1, "a")
is_(None, None), is_not(1, None), not_([]), truth("x"), contains([1, 2], 2), countOf([1, 1, 2], 1), indexOf("abc", "c")
indexOf([1], 5)
contains(5, 1)
countOf(5, 1)
length_hint([1, 2]), length_hint(5, 3), length_hint(iter("abc"))
length_hint([], "a")
index(5), index(True)
index(1.5)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
