class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
    @property
    def lazy(self): yield from (self.v, "lazy")
    @staticmethod
    def st(n): yield from range(n)
    @classmethod
    def cl(cls): yield cls.__name__
t = Tree(1, Tree(2, Tree(3)), Tree(4))
print(list(t), list(t.lazy), list(Tree.st(2)), list(Tree.cl()), 3 in t, max(t), sorted(t, reverse=True), [*t], dict(zip(t, "abcd")))
x, *y = t; print(x, y)
