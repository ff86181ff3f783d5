def careful():
    while True:
        try:
            x = yield "ready"
            print("got", x)
        except ValueError as e:
            print("caught", e)
        except GeneratorExit:
            print("asked to close")
            raise
        finally:
            print("finally")


g = careful()
print(next(g))
print(g.throw(ValueError("oops")))
print(g.send(1))
g.close()


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def simple():
    yield 1


g = simple()
try:
    g.throw(KeyError("before start"))
except KeyError as e:
    print("through", e)
print(list(g))
g = simple()
next(g)
try:
    g.throw(TypeError)
except TypeError as e:
    print("type", repr(e))


def swallow():
    try:
        yield 1
    except ValueError:
        return "done"


g = swallow()
next(g)
try:
    g.throw(ValueError)
except StopIteration as e:
    print(e.value)


def leak():
    yield 1
    raise StopIteration("inside")


try:
    list(leak())
except RuntimeError as e:
    print(e, "|", repr(e.__cause__))
