from itertools import compress, dropwhile, filterfalse, takewhile

for code in """
list(compress("abcdef", [1, 0, 1, 0, 1])), list(compress("ab", [])), list(compress([], [1])), list(compress("abc", iter("x  ")))
list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, "", "a"])), list(filterfalse(str.isupper, "aBc"))
list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])), list(takewhile(bool, [])), list(dropwhile(bool, [1, 1]))
list(takewhile(5, [1]))
list(filterfalse(1, [1]))
compress("a")
takewhile(bool)
list(dropwhile(lambda x: 1 / x, [1, 0]))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
