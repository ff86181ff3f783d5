class Magic:
    known = 1

    def __init__(self):
        self.real = "real"

    def __getattr__(self, name):
        print("getattr", name)
        if name.startswith("auto"):
            return name.upper()
        raise AttributeError(f"no {name}")


m = Magic()
print(m.real, m.known, m.auto_x, getattr(m, "zz", "default"), hasattr(m, "qq"))
try:
    m.missing
except AttributeError as e:
    print(e)


class Guard:
    def __getattribute__(self, name):
        print("get", name)
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)

    def __len__(self):
        return 3


g = Guard()
g.x = 1
print(g.x)
del g.x
print(len(g))
try:
    g.x
except AttributeError as e:
    print(e)


class Proxy:
    def __init__(self, target):
        self.__dict__["target"] = target

    def __getattr__(self, n):
        return getattr(self.target, n)

    def __setattr__(self, n, v):
        setattr(self.target, n, v)


class T:
    pass


t = T()
p = Proxy(t)
p.a = 5
print(t.a, p.a, p.__dict__.keys())
