from operator import *

for code in """
methodcaller("upper")("ab"), methodcaller("split", ",")("a,b"), methodcaller("center", 5, "*")("a"), methodcaller("to_bytes", 2, byteorder="little")(5)
methodcaller()
methodcaller(1)
methodcaller("x")(5)
methodcaller("upper")()
methodcaller("upper", 1)("a")
repr(methodcaller("f", 1, k=2)), repr(methodcaller("g"))
list(map(methodcaller("strip"), [" a ", "b "]))
__import__("pickle").loads(__import__("pickle").dumps(methodcaller("count", "a")))("banana")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
