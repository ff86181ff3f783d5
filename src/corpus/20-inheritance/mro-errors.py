class A: pass
class B(A): pass
class X(A): pass
class Y: pass


def attempt(*bases):
    try:
        print([k.__name__ for k in type("T", bases, {}).__mro__])
    except TypeError as e:
        print(e)


attempt(B, X)
attempt(X, B, Y)
attempt(A, B)
attempt(B, A)
attempt(A, A)
attempt(int, str)
attempt(bool)
attempt(5)
attempt(object, A)
attempt(type(None))
attempt(Y, A, object)


class P(X, Y): pass
class Q(Y, X): pass


attempt(P, Q)
try:
    class R(lambda: 0):
        pass
except TypeError as e:
    print(e)
