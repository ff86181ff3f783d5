Point = type("Point", (), {"x": 0, "show": lambda self: f"at {self.x}"})
p = Point()
p.x = 5
print(Point, p.show(), type(Point), type(p) is Point, Point.__module__)
Sub = type("Sub", (Point,), {})
print(Sub().show(), Sub.__mro__)
print(type(5), type("a"), type([]), type(type), type(type(5)), type(None), type(print), type(lambda: 0), type(...), type(NotImplemented), type(range(1)), type((x for x in [])))
for args in ((), ("a", "b"), ("a", (), 5), (5, (), {}), ("A", (5,), {}), ("A", (), {}, 1)):
    try:
        print(type(*args))
    except TypeError as e:
        print(e)
