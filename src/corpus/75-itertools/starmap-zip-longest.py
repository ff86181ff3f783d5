from itertools import starmap, zip_longest

for code in """
list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(max, ["ab", [1, 5, 2]])), list(starmap(print, []))
list(starmap(pow, [5]))
list(starmap(pow, [(1,)]))
list(starmap(5, [(1,)]))
list(zip_longest("ab", [1])), list(zip_longest("ab", [1], fillvalue="-")), list(zip_longest()), list(zip_longest("a", "bc", "def", fillvalue=0))
zip_longest(5)
zip_longest("a", fill=1)
list(zip("abc", [1, 2])), list(zip()), list(zip("ab", "cd", strict=True))
list(zip("ab", "c", strict=True))
list(zip("a", "bc", "def", strict=True))
list(zip("a", "b", strict=1)), list(zip("ab"))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
