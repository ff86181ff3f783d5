class Meta(type):
    def __instancecheck__(cls, obj):
        print("instancecheck")
        return hasattr(obj, "quack")

    def __subclasscheck__(cls, sub):
        print("subclasscheck")
        return sub is int

    def __eq__(cls, other):
        return True

    __hash__ = type.__hash__


class Duck(metaclass=Meta):
    pass


class Q:
    quack = True


print(isinstance(Q(), Duck), isinstance(5, Duck), issubclass(int, Duck), issubclass(str, Duck), isinstance(Duck(), Duck), Duck == 5)


class Mro(type):
    def mro(cls):
        print("mro of", cls.__name__)
        return super().mro()


class T(metaclass=Mro):
    pass


class Singleton(type):
    made = {}

    def __call__(cls, *a):
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*a)
        return cls.made[cls]


class Only(metaclass=Singleton):
    def __init__(self, v):
        self.v = v


print(Only(1) is Only(2), Only(3).v)
