class Parent:
    def __init__(self):
        self.child = Child()
        self.items = [Child() for _ in range(2)]

    def __del__(self):
        print("parent", len(self.items), self.child is not None)


class Child:
    count = 0

    def __init__(self):
        Child.count += 1
        self.n = Child.count

    def __del__(self):
        print("child", self.n)


p = Parent()
del p
graveyard = []


class Zombie:
    def __del__(self):
        print("del called")
        graveyard.append(self)


z = Zombie()
del z
print(len(graveyard))
graveyard.clear()
print("second death is silent")
