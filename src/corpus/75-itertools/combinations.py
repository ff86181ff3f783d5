from itertools import combinations, combinations_with_replacement, permutations

for code in """
list(combinations("abc", 2)), list(combinations("abc", 0)), list(combinations("ab", 3)), list(combinations([], 0))
list(combinations_with_replacement("ab", 2)), list(combinations_with_replacement([], 2)), list(combinations_with_replacement("a", 3))
["".join(p) for p in permutations("abc")], list(permutations("ab", 1)), list(permutations([], 0)), list(permutations("ab", 3))
combinations("abc")
combinations("abc", -1)
permutations("abc", -1)
combinations("abc", 1.5)
permutations("ab", "2")
combinations_with_replacement(5, 2)
len(list(permutations(range(5)))), sum(1 for _ in combinations(range(10), 4)), list(permutations("aab", 2))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
