class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


print(list(Countdown(3)), [x for x in Countdown(2)], sum(Countdown(4)), max(Countdown(5)), 2 in Countdown(3))
a, b, c = Countdown(3)
print(a, b, c, *Countdown(2))
it = iter([1, 2])
print(next(it), next(it), next(it, "default"))
try:
    next(it)
except StopIteration as e:
    print(repr(e), e.value)
print(iter(it) is it, iter([1]) is iter([1]))


class OldStyle:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


print(list(OldStyle()), 20 in OldStyle(), [*OldStyle()])


class NotIter:
    def __iter__(self):
        return 5


for bad in (NotIter(), 5, object()):
    try:
        iter(bad)
    except TypeError as e:
        print(str(e).replace(hex(id(bad)), "..."))
try:
    next([1])
except TypeError as e:
    print(e)
