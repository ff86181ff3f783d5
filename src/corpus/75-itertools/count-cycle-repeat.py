from itertools import count, cycle, islice, repeat

for code in """
list(islice(count(), 3)), list(islice(count(5, -2), 3)), list(islice(count(1.5, 0.5), 3)), list(islice(count(10**20), 2)), list(islice(count(True), 2))
repr(count()), repr(count(3)), repr(count(3, 2)), repr(count(1.0)), repr(count(step=3)), repr(count(1j))
count("a")
count(1, "b")
list(islice(cycle("ab"), 5)), list(cycle([]))
cycle(5)
list(repeat(1, 3)), list(repeat("x", 0)), list(repeat("x", -5)), repr(repeat(1, 2)), repr(repeat("a"))
repeat()
repeat(1, "2")
list(map(pow, [1, 2, 3], repeat(2))), repeat(5, 3).__length_hint__()
repeat(5).__length_hint__()
next(count(2**63)), list(islice(count(-1, 2**62), 3))
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
