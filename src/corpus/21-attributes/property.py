class Temp:
    def __init__(self, c):
        self.c = c

    @property
    def c(self):
        """degrees"""
        print("get")
        return self._c

    @c.setter
    def c(self, v):
        print("set", v)
        if v < -273:
            raise ValueError("too cold")
        self._c = v

    @c.deleter
    def c(self):
        print("delete")
        del self._c

    @property
    def f(self):
        return self.c * 9 / 5 + 32


t = Temp(20)
print(t.f, Temp.c.__doc__, t.__dict__)
t.c += 5
print(t.c)
del t.c
for code in ("t.c", "t.c = -300", "t.f = 1", "del t.f", "Temp.c.fget(5)"):
    try:
        exec(code)
    except Exception as e:
        print(type(e).__name__, e)


class Lazy:
    x = property(lambda self: self.y)
    only_set = property(None, lambda self, v: None)


for code in ("Lazy().x", "Lazy().only_set"):
    try:
        exec(code)
    except AttributeError as e:
        print(e)
