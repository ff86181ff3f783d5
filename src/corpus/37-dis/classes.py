# oracle: dis
class Base:
    """Doc."""
    count = 0

    def __init__(self, name: str):
        super().__init__()
        self.name = name

    @property
    def shout(self):
        return self.name.upper()


class Child(Base, metaclass=type):
    pass


print(Child("x").shout)
