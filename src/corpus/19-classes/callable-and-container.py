class Poly:
    def __init__(self, *c):
        self.c = c

    def __call__(self, x):
        return sum(k * x ** i for i, k in enumerate(self.c))


print(Poly(1, 2, 3)(2), callable(Poly(1)))


class Deck:
    def __init__(self):
        self.cards = ["a", "b", "c"]

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, i):
        return self.cards[i]

    def __setitem__(self, i, v):
        print("set", i, v)
        self.cards[i] = v

    def __delitem__(self, i):
        print("del", i)
        del self.cards[i]

    def __contains__(self, x):
        print("contains?", x)
        return x in self.cards

    def __iter__(self):
        return iter(self.cards)

    def __reversed__(self):
        return iter("reversed")


d = Deck()
d[0] = "A"
del d[1]
print(len(d), d[0], d[-1], d[:], "A" in d, list(d), list(reversed(d)), bool(d))
d[0] += "+"
print(d[0])


class Half:
    def __len__(self):
        return 3


for f in (lambda: Half()[0], lambda: list(Half()), lambda: 1 in Half(), lambda: Half()(), lambda: reversed(Half())):
    try:
        f()
    except TypeError as e:
        print(e)


class BadLen:
    def __init__(self, v):
        self.v = v

    def __len__(self):
        return self.v


for v in (-1, "x", 1.5, True):
    try:
        print(len(BadLen(v)))
    except Exception as e:
        print(type(e).__name__, e)
