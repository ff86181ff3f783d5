def resource(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


for r in resource("a"):
    break
print("after break")
g = resource("b")
next(g)
del g
print("after del")
g = resource("never started")
del g


def use():
    g = resource("c")
    next(g)
    return "returned"


print(use())
g = resource("at exit")
next(g)
print("last line")
