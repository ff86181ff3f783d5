class T:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("gone", self.n)


def f():
    t = T("in frame")
    raise ValueError("held")


try:
    f()
except ValueError as e:
    print("handling")
print("after except")
saved = None
try:
    f()
except ValueError as e:
    saved = e
print("kept alive by the traceback")
saved.__traceback__ = None
print("traceback dropped")


def g():
    t = T("returned")
    return t


g()
print("unused result gone")
r = [g() for _ in range(2)]
r = None
print("end")
