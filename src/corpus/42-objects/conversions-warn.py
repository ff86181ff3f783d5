# __index__, __int__, __float__ and __complex__ that answer an instance of a subclass.
import math
import operator
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print("   ", category.__name__, message)


class Number:
    def __index__(self):
        return True

    def __int__(self):
        return False

    def __float__(self):
        return type("F", (float,), {})(1.5)

    def __complex__(self):
        return type("C", (complex,), {})(1.5)


class Truncated:
    def __trunc__(self):
        return 3


n = Number()
for text in ("bytes(n)", "int(n)", "float(n)", "complex(n)", "hex(n)", "[1, 2][n]", "'a' * n", "range(n)", "'%d' % n", "'%x' % n", "[1, 2][n:]", "round(1.5, n)", "int('1', n)", "math.gcd(n, 2)", "slice(n).indices(n)", "operator.index(n)", "math.sqrt(n)", "int(Truncated())", "bool(NotImplemented)", "n + 1"):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "raises", repr(error))
