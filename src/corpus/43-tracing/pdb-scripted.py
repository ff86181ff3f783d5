import pdb
def add(a, b):
    total = a + b
    return total
def loop():
    out = []
    for i in range(3):
        out.append(add(i, i))
    return out
class A:
    def m(self):
        return 1
pdb.set_trace()
x = loop()
y = A().m()
try:
    1 / 0
except ZeroDivisionError:
    z = 3
print(x, y)
