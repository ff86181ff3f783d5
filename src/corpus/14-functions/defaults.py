def append_to(item, li=[]):
    li.append(item)
    return li


print(append_to(1), append_to(2), append_to(3, []), append_to(4))
print(append_to.__defaults__)


def fresh(item, li=None):
    if li is None:
        li = []
    li.append(item)
    return li


print(fresh(1), fresh(2))
n = 5


def late(x=n):
    return x


n = 6
print(late(), late.__defaults__, late.__kwdefaults__)


def kw(*, a=1, b, c=[2]):
    return a, b, c


print(kw(b=0), kw.__kwdefaults__)


def expensive():
    print("evaluated once")
    return 1


def uses(x=expensive(), y=expensive()):
    return x + y


print(uses(), uses())
late.__defaults__ = (99,)
print(late())
