from operator import *

for code in """
itemgetter(1)([5, 6]), itemgetter(0, 2)("abc"), itemgetter("a")({"a": 1}), itemgetter(slice(1, 3))([1, 2, 3, 4]), itemgetter(-1)((1, 2))
itemgetter()
itemgetter(1)([1])
itemgetter(1)()
itemgetter(1)([1], [2])
repr(itemgetter(1)), repr(itemgetter("a", 2))
sorted([(2, "b"), (1, "a")], key=itemgetter(1))
itemgetter("x")(5)
itemgetter(a=1)
__import__("pickle").loads(__import__("pickle").dumps(itemgetter(1, 0)))("ab")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
