class Card:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Card({self.name!r})"

    def __str__(self):
        return f"the {self.name}"


c = Card("ace")
print(c)
print([c], {"c": c}, (c,))
print(str(c), repr(c), f"{c} {c!r} {c!s}")


class OnlyRepr:
    def __repr__(self):
        return "OnlyRepr!"


print(OnlyRepr(), str(OnlyRepr()))


class Bad:
    def __str__(self):
        return 5


try:
    print(Bad())
except TypeError as e:
    print(e)
