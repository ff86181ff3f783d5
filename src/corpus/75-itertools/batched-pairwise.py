from itertools import batched, pairwise

for code in """
list(batched("ABCDEFG", 3)), list(batched([], 2)), list(batched([1, 2], 5)), list(batched(range(4), 2))
batched([1], 0)
batched([1], -1)
batched([1], "2")
batched(5, 2)
list(batched("ab", n=1))
list(pairwise("abcd")), list(pairwise("a")), list(pairwise([])), list(pairwise(range(3)))
pairwise(5)
pairwise()
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
