x = "global"


class C:
    x = "class"
    y = x + "!"

    def method(self):
        return x

    def through_self(self):
        return self.x

    f = lambda self: x


c = C()
print(C.y, c.method(), c.through_self(), c.f())


def outer():
    x = "function"

    class D:
        seen = x
        x = "class"
        after = x

        def m(self):
            return x

    return D


D = outer()
try:
    print(D.seen)
except AttributeError as e:
    print(e)
print(D.after, D().m())


def weird():
    v = 1

    class E:
        w = v
        print(locals().get("w"))
    return E.w


print(weird())
for i in range(2):
    class InLoop:
        value = i
    print(InLoop.value, InLoop.__name__)
