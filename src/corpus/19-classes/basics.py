class Dog:
    kind = "canine"

    def __init__(self, name):
        self.name = name
        self.tricks = []

    def add(self, trick):
        self.tricks.append(trick)
        return self


a = Dog("Fido")
b = Dog("Rex")
a.add("roll").add("sit")
print(a.name, a.tricks, b.tricks, a.kind, Dog.kind, a.__dict__, b.__dict__)
a.kind = "odd"
print(a.kind, b.kind, Dog.kind)
Dog.kind = "wolf"
print(a.kind, b.kind)
del a.kind
print(a.kind, type(a), Dog, isinstance(a, Dog), type(a) is Dog)
print(Dog.add(b, "beg") is b, b.tricks, a.add.__self__ is a, a.add.__func__ is Dog.add)
m = a.add
m("spin")
print(a.tricks)
for code in ("a.missing", "del a.missing", "Dog.missing", "a.add()", "Dog()", "Dog('a', 'b')", "Dog.missing = 1; print(a.missing)", "a.name()", "Dog.name", "b.kinds"):
    try:
        exec(code)
    except Exception as e:
        print(type(e).__name__, e)
