class Circle:
    def __init__(self, radius):
        self.radius = radius
        self.colour = "red"

    def area(self):
        return self.raduis ** 2


import math


def attempt(f):
    try:
        f()
    except Exception as e:
        import sys
        sys.__excepthook__(type(e), e, None)


message = "hello"
attempt(lambda: mesage)
attempt(lambda: Circle(1).area())
attempt(lambda: Circle(1).color)
attempt(lambda: math.sqroot)
attempt(lambda: [].push)
attempt(lambda: "".uper())
attempt(lambda: pritn("x"))
attempt(lambda: zzzzzz)
attempt(lambda: Circle(1).zzzzzz)
attempt(lambda: lenn("x"))
attempt(lambda: itertools)
attempt(lambda: sys.path)
attempt(lambda: {}.item())
