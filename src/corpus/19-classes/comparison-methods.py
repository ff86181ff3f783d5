import functools


class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n if isinstance(o, V) else NotImplemented

    def __lt__(self, o):
        return self.n < o.n if isinstance(o, V) else NotImplemented

    def __repr__(self):
        return f"V{self.n}"


print(V(1) == V(1), V(1) != V(1), V(1) == 1, V(1) != 1, V(1) < V(2), V(2) > V(1), sorted([V(3), V(1)]), max(V(1), V(5)))
for f in (lambda: V(1) <= V(2), lambda: V(1) < 2, lambda: hash(V(1)), lambda: {V(1)}):
    try:
        print(f())
    except TypeError as e:
        print(e)


@functools.total_ordering
class W(V):
    __hash__ = object.__hash__


print(W(1) <= W(2), W(1) >= W(2), W(1) > W(0))


class AlwaysEqual:
    def __eq__(self, o):
        return "truthy"


print(AlwaysEqual() == 1, 1 == AlwaysEqual(), AlwaysEqual() != 1, AlwaysEqual() in [1], [1].index(AlwaysEqual()), object() == object())
