a = 10
b = a
print(a, b, a is b)
b = b + 1
print(a, b, a is b)
a = "now a string"
print(a, type(a).__name__, type(b).__name__)
x = y = z = []
x.append(1)
print(x, y, z, x is z)
a, b = b, a
print(a, b)
