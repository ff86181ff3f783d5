import dis


def fresh():
    space = {}
    exec("def loop(c):\n    n = 0\n    for x in c:\n        n += 1\n    return n", space)
    return space["loop"]


def numbers():
    yield 1
    yield 2


class Own:
    def __iter__(self):
        return iter((1, 2, 3))


class Next:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


for make in [
    lambda: [1, 2], lambda: (1, 2), lambda: range(3), lambda: range(10**20, 10**20 + 3), numbers, lambda: "ab", lambda: {1: 2, 3: 4},
    lambda: {1, 2}, lambda: enumerate("ab"), lambda: zip("ab", "cd"), lambda: map(str, "ab"), Own, Next, lambda: reversed([1, 2]),
    lambda: (x for x in "ab"), lambda: b"ab", lambda: iter([1, 2, 3]), lambda: {1: 2}.items(), lambda: range(5, 0, -1),
]:
    f = fresh()
    for turn in range(3):
        n = f(make())
    print(type(make()).__name__, n, [i.opname for i in dis.get_instructions(f, adaptive=True) if "FOR_ITER" in i.opname])
f = fresh()
for c in [1, 2], (1, 2, 3), "abcd", range(4), numbers():
    print(f(c), [i.opname for i in dis.get_instructions(f, adaptive=True) if "FOR_ITER" in i.opname])
