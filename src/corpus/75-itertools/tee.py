from itertools import tee

for code in """
[list(t) for t in tee("abc")], tee("ab", 0), [list(t) for t in tee([1, 2], 3)]
(lambda a, b: (next(a), next(a), list(b), list(a)))(*tee("abc"))
(lambda a, b: (next(a), list(__import__("copy").copy(a)), list(a)))(*tee("abc"))
tee("a", -1)
tee(5)
tee("a", "b")
tee()
(lambda t: [list(x) for x in tee(t)])(tee("xy")[0])
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
