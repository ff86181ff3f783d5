from itertools import islice

for code in """
list(islice("abcdef", 3)), list(islice("abcdef", 1, 4)), list(islice("abcdef", 0, None, 2)), list(islice("abc", None)), list(islice("abc", 5, 10)), list(islice("abc", 2, 1))
islice("abc", -1)
islice("abc", 0, -1)
islice("abc", 0, 1, 0)
islice("abc", 0, 1, -1)
islice("abc", "1")
islice("abc", 1, "2")
islice("abc")
islice("abc", 1, 2, 3, 4)
islice(5, 1)
(lambda it: (list(islice(it, 2)), list(it)))(iter("abcde"))
(lambda it: (list(islice(it, 1, 4, 2)), list(it)))(iter(range(8)))
list(islice(iter([1, 2]), None, None, None))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
