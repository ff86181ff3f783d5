class M:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        return self.swallow


with M("a") as x:
    print("body", x)
with M("a") as x, M("b") as y:
    print(x, y)
with (M("c") as x, M("d", True),):
    1 / 0
print("after")
try:
    with M("outer"):
        with M("inner"):
            raise KeyError("k")
except KeyError as e:
    print("out", e)


def f():
    with M("r"):
        return "returned"


print(f())
for i in range(3):
    with M(str(i)):
        if i == 0:
            continue
        break
with M("p") as (p, ):
    print(p)
