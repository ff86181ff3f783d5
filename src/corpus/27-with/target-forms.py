class M:
    def __init__(self, v):
        self.v = v

    def __enter__(self):
        return self.v

    def __exit__(self, *a):
        return None


class O:
    pass


o = O()
d = {}
with M(1) as o.attr, M(2) as d["k"], M((3, 4)) as (a, b), M([5, 6, 7]) as [c, *rest]:
    print(o.attr, d, a, b, c, rest)
with M(8):
    print("no target")
with (M(9)):
    print("parenthesised")
with (M(10)) as z:
    print(z)
with M(1) if False else M(3) as chosen:
    print("conditional expression", chosen)
try:
    with M(1) as (p, q):
        pass
except TypeError as e:
    print(e)
