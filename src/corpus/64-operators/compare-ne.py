class Left:
    def __ne__(self, other):
        return f"left {type(other).__name__}"


class Right:
    def __ne__(self, other):
        return f"right {type(other).__name__}"


class Refuses:
    def __ne__(self, other):
        print("refuses")
        return NotImplemented


class Child(Left):
    def __ne__(self, other):
        return "child first"


values = [Left(), Right(), Refuses(), Child(), 2, "s", None, 1.5, [1], {1}]
for a in values[:5]:
    for b in values:
        try:
            print(type(a).__name__, type(b).__name__, a != b)
        except TypeError as e:
            print(type(a).__name__, type(b).__name__, "TypeError", e)
print(1 != 2 != 3, "a" != "b", (1, 2) != (1, 3), [1] != [1, 0], {1} != {1, 2}, 1 != 1.0, True != 1)
print(float("nan") != float("nan"), 10**30 != 1e30, 0.1 + 0.2 != 0.3, b"a" != b"B", -0.0 != 0.0)
