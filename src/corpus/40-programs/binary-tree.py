class Tree:
    def __init__(self, key, left=None, right=None):
        self.key, self.left, self.right = key, left, right

    def insert(self, key):
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Tree(key))
        else:
            child.insert(key)
        return self

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def __contains__(self, key):
        node = self
        while node and node.key != key:
            node = node.left if key < node.key else node.right
        return node is not None

    def height(self):
        return 1 + max((c.height() for c in (self.left, self.right) if c), default=0)

    def levels(self):
        level = [self]
        while level:
            yield [n.key for n in level]
            level = [c for n in level for c in (n.left, n.right) if c]

    def draw(self, indent=0):
        lines = []
        if self.right:
            lines += self.right.draw(indent + 4)
        lines.append(" " * indent + str(self.key))
        if self.left:
            lines += self.left.draw(indent + 4)
        return lines

    def map(self, f):
        return Tree(f(self.key), self.left and self.left.map(f), self.right and self.right.map(f))


root = Tree(50)
for k in (30, 70, 20, 40, 60, 80, 35, 45, 65):
    root.insert(k)
print(list(root), root.height(), 45 in root, 46 in root, list(root.levels()))
print("\n".join(root.draw()))
print(list(root.map(lambda k: k * 2)), sum(root), max(root), len(list(root)))
worst = Tree(0)
for i in range(1, 50):
    worst.insert(i)
print(worst.height(), sum(1 for _ in worst))


def balanced(keys):
    if not keys:
        return None
    m = len(keys) // 2
    return Tree(keys[m], balanced(keys[:m]), balanced(keys[m + 1:]))


b = balanced(list(worst))
print(b.height(), list(b) == list(worst))
