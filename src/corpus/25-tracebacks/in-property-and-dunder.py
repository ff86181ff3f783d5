class Box:
    def __init__(self, v):
        self.v = v

    @property
    def size(self):
        return len(self.v)

    def __add__(self, other):
        return self.size + other.size

    def __str__(self):
        return "Box" + self.v


print(Box("ab") + Box("c"))
print(Box("x"))
print(Box("ab") + Box(5))
