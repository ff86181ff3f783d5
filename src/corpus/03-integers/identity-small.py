a = 256
b = 256
print(a is b)
c = int("257")
d = int("257")
print(c == d, c is d)
e = 257
f = 257
print(e is f)
print(int("-5") is int("-5"), int("-6") is int("-6"))
x = 10
y = 10
print(id(x) == id(y))
