count = 0


def bump():
    global count
    count += 1


def make():
    global created, count
    created = "new global"
    count = 100


bump()
bump()
print(count)
make()
print(created, count)


def remove():
    global created
    del created


remove()
print("created" in globals())
try:
    remove()
except NameError as e:
    print(e)


def outer():
    x = "enclosing"

    def inner():
        global x
        x = "made global"

    inner()
    return x


print(outer(), x)


class C:
    global in_class
    in_class = 7


print(in_class, hasattr(C, "in_class"))
