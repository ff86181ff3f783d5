class Acc:
    def __init__(self):
        self.v = []

    def __iadd__(self, o):
        print("iadd", o)
        self.v.append(o)
        return self

    def __sub__(self, o):
        print("sub", o)
        return "new object"


a = b = Acc()
a += 1
a += 2
print(a is b, a.v)
a -= 1
print(a, b.v)


class Replaces:
    def __imul__(self, o):
        return f"replaced {o}"

    def __ior__(self, o):
        return NotImplemented

    def __or__(self, o):
        return "or"


r = Replaces()
r |= 1
print(r)
r = Replaces()
r *= 3
print(r)
for code in ("x = Acc(); x *= 2", "x = Replaces(); x += 1", "x = 5; x += 'a'", "x = (1,); x += [2]", "x = None; x -= 1", "x = Acc(); x @= 1", "x = 1; x **= 'a'", "x = {}; x += {}", "x = 1; x //= 0"):
    try:
        exec(code)
    except Exception as e:
        print(type(e).__name__, e)


class Holder:
    def __init__(self):
        self.d = {"k": 1}

    @property
    def p(self):
        print("get p")
        return self.d["k"]

    @p.setter
    def p(self, v):
        print("set p", v)
        self.d["k"] = v


h = Holder()
h.p += 10
h.d["k"] *= 2
print(h.d)
