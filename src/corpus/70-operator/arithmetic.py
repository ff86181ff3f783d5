from operator import *

for code in """
add(1, 2), sub(5, 3), mul(2, "ab"), truediv(7, 2), floordiv(7, 2), mod(7, 3), pow(2, 5), neg(3), pos(-3), abs(-4), invert(5), inv(0)
add(1, "a")
matmul(1, 2)
truediv(1, 0)
add(1)
add(a=1, b=2)
concat([1], [2]), concat("a", "b")
concat(1, 2)
iadd([1], (2, 3)), imul([1], 2), iconcat([1], "ab"), isub(5, 3), iand(6, 3), ixor(6, 3), ior({1}, {2})
iconcat(1, 2)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
