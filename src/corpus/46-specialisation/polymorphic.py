import dis


def show(f):
    """Each instruction that has a counter: its present form, and the counter as (value, backoff)."""
    name = None
    for i in dis.get_instructions(f, adaptive=True, show_caches=True):
        if i.opname != "CACHE":
            name = i.opname
        elif i.argrepr.startswith("counter: "):
            n = int(i.argrepr[9:])
            print(f"{name:38} {n >> 4:5} {n & 15}")


class A:
    def __init__(self):
        self.v = 1

    def go(self):
        return self.v


class B(A):
    def __init__(self):
        super().__init__()
        self.w = 2


class C(A):
    def go(self):
        return -1


def total(things):
    n = 0
    for t in things:
        n += t.go()
    return n


print(total([A(), B(), C()] * 40))
show(total)
show(A.go)
show(B.__init__)
print(total([A()] * 200))
show(total)
print(total([B()] * 30 + [C()] * 30))
show(total)
