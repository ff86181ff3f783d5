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
    kind = "a"

    def name(self):
        return "A"

    @property
    def size(self):
        return 1


class B(A):
    def name(self):
        return "B" + super().name()

    def what(self):
        return super().kind

    def big(self):
        return super().size

    def long(self):
        return super(B, self).name()

    @classmethod
    def made(cls):
        return super().__new__(cls)


b = B()
for turn in range(4):
    b.name(), b.what(), b.big(), b.long(), B.made()
for m in B.name, B.what, B.big, B.long, B.made.__func__:
    print(m.__qualname__)
    show(m)
real = super


def super(*args):
    return real(B, b)


for turn in range(4):
    print(b.long(), end=" ")
print()
show(B.long)
