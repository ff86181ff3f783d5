d = {1: "int", "1": "str", (1,): "tuple", None: "none", 1.5: "float"}
print(d[1], d["1"], d[(1,)], d[None], d[1.5], d[True], d[1.0])
d[True] = "bool replaced value, not key"
print(d)


class Same:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Same)

    def __hash__(self):
        return 7

    def __repr__(self):
        return f"Same({self.n})"


e = {Same(1): "a"}
e[Same(2)] = "b"
print(e, len(e), Same(9) in e)


class Loud:
    def __hash__(self):
        print("hash")
        return 1

    def __eq__(self, other):
        print("eq")
        return True


x = Loud()
f = {x: 1}
print(f[x])
print(f[Loud()])


class NoHash:
    def __eq__(self, other):
        return True


try:
    {NoHash(): 1}
except TypeError as err:
    print(err)
