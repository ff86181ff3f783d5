# StopIteration thrown into `yield from` is the value of the expression; anything else is raised there.
def gen(iterable):
    for i in range(2):
        try:
            print("got", (yield from iterable))
        except ValueError as error:
            print("caught", error)
            yield "after"


g = gen("ab")
print(next(g))
print(g.throw(StopIteration(4)))
print(g.throw(ValueError("x")))
print(next(g, "end"))


class Odd:
    def __iter__(self):
        return self

    def __next__(self):
        return 9


g = gen(Odd())
print(next(g), next(g))
try:
    g.throw(KeyError("k"))
except KeyError as error:
    print("out", repr(error), g.gi_frame)
