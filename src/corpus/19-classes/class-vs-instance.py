class Shared:
    items = []
    count = 0

    def add(self, x):
        self.items.append(x)
        self.count += 1
        Shared.total = getattr(Shared, "total", 0) + 1


a, b = Shared(), Shared()
a.add(1)
b.add(2)
b.add(3)
print(a.items, b.items, a.count, b.count, Shared.count, Shared.total, a.__dict__, b.__dict__)


class Counter:
    instances = 0

    def __init__(self):
        type(self).instances += 1
        self.id = self.instances


class Sub(Counter):
    pass


print(Counter().id, Counter().id, Sub().id, Counter.instances, Sub.instances)
