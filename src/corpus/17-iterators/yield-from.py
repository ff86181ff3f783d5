def inner():
    x = yield 1
    print("inner got", x)
    yield 2
    return "inner result"


def outer():
    r = yield from inner()
    print("outer got", r)
    yield from [3, 4]
    yield from "ab"
    return "end"


g = outer()
print(next(g), g.send("hello"), list(g))


def chain(*its):
    for it in its:
        yield from it


print(list(chain([1], (2, 3), {4: 0}, range(2))))


def tree(t):
    if t:
        left, value, right = t
        yield from tree(left)
        yield value
        yield from tree(right)


print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))


def guard():
    try:
        yield from inner_raise()
    except ValueError as e:
        yield f"handled {e}"


def inner_raise():
    try:
        yield 1
    finally:
        print("inner cleaned")


g = guard()
print(next(g), g.throw(ValueError("v")))
g = guard()
next(g)
g.close()
try:
    list((lambda: (yield from 5))())
except TypeError as e:
    print(e)
