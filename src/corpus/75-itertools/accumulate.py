from itertools import accumulate
import operator

for code in """
list(accumulate([1, 2, 3])), list(accumulate([])), list(accumulate("abc")), list(accumulate([5], initial=1))
list(accumulate([1, 2, 3], operator.mul)), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=None))
list(accumulate([1, 2], lambda a, b: a - b, initial=100)), list(accumulate([], initial=7))
list(accumulate([1, "a"]))
accumulate()
accumulate(5)
list(accumulate([1, 2], 5))
list(accumulate(iterable=[1], func=None, initial=2))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
