class C:
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        self = super().__new__(cls)
        self.made = True
        return self

    def __init__(self, *args):
        print("init", args, self.made)


C(1, 2)


class Other:
    def __new__(cls):
        return "not an Other"

    def __init__(self):
        print("never")


print(Other())


class Bad:
    def __init__(self):
        return 5


try:
    Bad()
except TypeError as e:
    print(e)


class Positive(int):
    def __new__(cls, v):
        return super().__new__(cls, abs(v))


p = Positive(-5)
print(p, type(p).__name__, p + 1, type(p + 1).__name__, isinstance(p, int))


class Plain:
    pass


for f in (lambda: Plain(1), lambda: object(1), lambda: object.__new__(Plain, 1), lambda: Plain.__new__(), lambda: object.__new__(int), lambda: Plain(x=1)):
    try:
        print(f())
    except TypeError as e:
        print(e)
