from itertools import chain

for code in """
list(chain()), list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "c"])), list(chain.from_iterable([]))
list(chain(5))
list(chain([1], 5))
list(chain.from_iterable(5))
list(chain.from_iterable([1]))
next(chain([], [], [3])), [*chain({1: 2}, {3})]
chain(a=1)
list(chain.from_iterable(x * 2 for x in "ab"))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
