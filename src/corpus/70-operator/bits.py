from operator import *

for code in """
and_(6, 3), or_(6, 3), xor(6, 3), lshift(1, 4), rshift(256, 4), invert(-1), and_({1, 2}, {2}), or_({"a": 1}, {"b": 2})
lshift(1, -1)
and_(1, 1.0)
xor("a", 1)
ilshift(1, 3), irshift(8, 2), ipow(2, 3), imod(7, 4), itruediv(1, 4), ifloordiv(9, 2), imatmul.__name__
or_(None, 1)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
