from itertools import groupby

for code in """
[(k, list(g)) for k, g in groupby("aabbca")], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)]
list(groupby([]))
[k for k, g in groupby("aab")]
[list(g) for k, g in list(groupby("aab"))]
groupby(5)
list(groupby([1], key=5))
{k: "".join(g) for k, g in groupby(sorted("banana"))}
[(k, list(g)) for k, g in groupby([1, 1.0, True, 2])]
(lambda it: (next(it)[0], next(it)[0]))(groupby("aab"))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
