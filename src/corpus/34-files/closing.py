class Watch:
    def __init__(self, f):
        self.f = f

    def __enter__(self):
        return self.f

    def __exit__(self, *a):
        self.f.close()
        print("closed", self.f.closed)


with Watch(open("a.txt", "w")) as f:
    f.write("text")
print(open("a.txt").read())
f = open("b.txt", "w")
f.write("buffered")
print(repr(open("b.txt").read()))
f.flush()
print(repr(open("b.txt").read()))
f.close()
f.close()
try:
    f = open("c.txt", "w")
    f.write("before error")
    1 / 0
except ZeroDivisionError:
    print("error")
finally:
    f.close()
print(open("c.txt").read())


def write():
    f = open("d.txt", "w")
    f.write("closed when the last reference goes")


write()
print(open("d.txt").read())
print(type(open("a.txt")).__name__, type(open("a.txt", "rb")).__name__, type(open("a.txt", "wb")).__name__, type(open("b.txt", "rb", buffering=0)).__name__, type(open("b.txt", "r+b")).__name__)
