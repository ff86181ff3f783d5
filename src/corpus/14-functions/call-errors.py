def f(a, b):
    pass


def g(a, *, k):
    pass


def h(a, b=1, /):
    pass


def two(*, x, y):
    pass


def none():
    pass


class C:
    def m(self, a):
        pass

    def bad():
        pass


def attempt(text):
    try:
        eval(text)
    except TypeError as e:
        print(f"{text:28}", e)


for text in ("f()", "f(1)", "f(1, 2, 3)", "f(1, 2, b=3)", "f(1, c=3)", "f(1, 2, c=3)", "f(a=1)", "f(b=1)", "g(1)", "g(1, 2)", "g(1, 2, k=3)", "g(k=1)",
             "h(a=1)", "h(1, b=2)", "h()", "two()", "two(x=1)", "none(1)", "none(x=1)", "C().m()", "C().m(1, 2)", "C.m()", "C().bad()", "C(1)",
             "f(*[1])", "f(**{'a': 1, 'b': 2, 'c': 3})", "f(1, **{'a': 2})", "f(*5)", "f(**5)", "f(**{1: 2})", "f(1, 2, **{'b': 1}, **{'b': 2})",
             "(lambda x: x)()", "len()", "len(1, 2)", "int(x=1)", "print(nope=1)", "C.m(1)", "[].append()", "f(1)(2)"):
    attempt(text)
