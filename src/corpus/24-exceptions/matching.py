class A(Exception): pass
class B(A): pass


def which(exc):
    try:
        raise exc
    except B:
        return "B"
    except A:
        return "A"
    except (KeyError, ValueError):
        return "key or value"


print(which(B()), which(A()), which(KeyError()), which(ValueError))
try:
    which(TypeError("t"))
except TypeError as e:
    print("through", e)


def choose():
    print("evaluated")
    return ValueError


try:
    raise KeyError
except (choose(), KeyError):
    print("matched second")
try:
    pass
except choose():
    pass
for bad in (5, "ValueError", (ValueError, 5), [ValueError]):
    try:
        try:
            1 / 0
        except bad:
            pass
    except TypeError as e:
        print(e)
