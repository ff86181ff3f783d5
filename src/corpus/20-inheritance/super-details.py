class A:
    x = "A.x"

    @classmethod
    def make(cls):
        return f"A.make {cls.__name__}"

    @property
    def p(self):
        return "A.p"

    def m(self, *a):
        return ("A.m", a)


class B(A):
    x = "B.x"

    @classmethod
    def make(cls):
        return super().make() + " via B"

    @property
    def p(self):
        return super().p + " via B.p"

    def m(self, *a):
        s = super()
        return s.m(*a), s.x, super(B, self).x, [super().m() for _ in range(1)]

    def nested(self):
        def inner():
            return super(B, self).x
        return inner()


b = B()
print(b.make(), b.p, b.m(1), b.nested(), B.__mro__[1].x)


def outside():
    super()


class C(A):
    def no_args():
        super()

    def missing(self):
        return super().nope


for f in (outside, C.no_args, C().missing, lambda: super(A, 5), lambda: super(B, C()).m, lambda: super(5, b)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


class K:
    def f(self):
        return __class__


print(K().f() is K)
