from operator import *

for code in """
getitem([1, 2], 1), getitem({"a": 5}, "a"), getitem("abc", slice(1, None))
getitem([1], 5)
(lambda a: (setitem(a, 0, 9), delitem(a, 1), a))([1, 2])
setitem((1,), 0, 2)
delitem({}, "a")
call(max, 1, 2), call(dict, a=1)
call(5)
call()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
