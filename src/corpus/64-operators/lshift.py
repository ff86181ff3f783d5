class Left:
    def __lshift__(self, other):
        return f"left {type(other).__name__}"


class Right:
    def __rlshift__(self, other):
        return f"right {type(other).__name__}"


class Refuses:
    def __lshift__(self, other):
        print("refuses")
        return NotImplemented

    def __rlshift__(self, other):
        print("refuses reflected")
        return NotImplemented


class Child(Left):
    def __rlshift__(self, other):
        return "child first"


class InPlace:
    def __ilshift__(self, other):
        return ("in place", other)


class InPlaceRefuses(Left):
    def __ilshift__(self, other):
        return NotImplemented


values = [Left(), Right(), Refuses(), Child(), 2, "s", [1], None]
for a in values[:4] + [2, None]:
    for b in values:
        try:
            r = a << b
            print(type(a).__name__, type(b).__name__, r)
        except TypeError as e:
            print(type(a).__name__, type(b).__name__, "TypeError", e)
x = InPlace()
x <<= 3
print(x)
x = InPlaceRefuses()
x <<= 3
print(x)
try:
    x = Refuses()
    x <<= None
except TypeError as e:
    print(e)
