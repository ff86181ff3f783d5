class T:
    def __init__(self, name):
        self.name = name
        print("made", name)

    def __del__(self):
        print("gone", self.name)


a = T("a")
b = a
del a
print("still one name")
b = None
print("replaced")
T("temporary")
print("after temporary")


def f():
    local = T("local")
    print("in f")


f()
li = [T("x"), T("y")]
li.pop()
li.clear()
d = {"k": T("v")}
d["k"] = 1
t = T("rebound")
t = T("second")
for i in range(2):
    loop = T(f"loop {i}")
del loop
print("end")
