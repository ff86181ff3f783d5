class N:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 8
    def __complex__(self): return 1j
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __bytes__(self): return b"bytes"
    def __hash__(self): return 99
    def __len__(self): return 4
    def __divmod__(self, o): return ("divmod", o)
    def __pow__(self, o, m=None): return ("pow", o, m)


import math
n = N()
print(int(n), float(n), hex(n), complex(n), round(n), round(n, 2), math.trunc(n), math.floor(n), math.ceil(n), str(n), repr(n), bytes(n), hash(n), len(n), divmod(n, 3), pow(n, 2), n ** 2, pow(n, 2, 5))
print([10, 20, 30, 40, 50, 60, 70, 80, 90][n], range(n), "%d %s %r %x" % (n, n, n, n), f"{n} {n!r}", bool(n))


class OnlyIndex:
    def __index__(self): return 3


print(int(OnlyIndex()), float(OnlyIndex()), complex(OnlyIndex()), bin(OnlyIndex()), "abcdef"[OnlyIndex()])


class Bad:
    def __int__(self): return "x"
    def __float__(self): return 1
    def __index__(self): return 1.5
    def __hash__(self): return "h"
    def __repr__(self): return None
    def __bytes__(self): return "b"


b = Bad()
for f in (int, float, hex, hash, repr, bytes, str, len, abs, round, math.floor, complex):
    try:
        print(f.__name__, f(b))
    except TypeError as e:
        print(f.__name__, e)
