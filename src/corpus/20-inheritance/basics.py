class Animal:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} makes {self.sound()}"

    def sound(self):
        return "a sound"


class Dog(Animal):
    def sound(self):
        return "a woof"


class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def speak(self):
        return super().speak() + " (small)"

    def sound(self):
        return super().sound() + "!"


for a in (Animal("it"), Dog("Rex"), Puppy("Bit", 1)):
    print(a.speak(), isinstance(a, Dog))
print(Puppy.__bases__, [c.__name__ for c in Puppy.__mro__], Puppy.mro() == list(Puppy.__mro__), [c.__name__ for c in Animal.__subclasses__()])
print(Dog("a").speak.__qualname__, Puppy.sound is Dog.sound, Puppy.__base__.__name__)
try:
    Puppy("x")
except TypeError as e:
    print(e)


class Forgot(Animal):
    def __init__(self):
        pass


try:
    Forgot().speak()
except AttributeError as e:
    print(e)
