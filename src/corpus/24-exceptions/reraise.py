def f():
    try:
        1 / 0
    except ZeroDivisionError:
        print("logging")
        raise


try:
    f()
except ZeroDivisionError as e:
    print("again", e)
try:
    raise
except RuntimeError as e:
    print(e)


def g():
    raise


try:
    try:
        raise KeyError("active")
    except KeyError:
        g()
except KeyError as e:
    print("from elsewhere", e)
try:
    try:
        raise ValueError("first")
    except ValueError as e:
        saved = e
    raise saved
except ValueError as e:
    print(e is saved)
try:
    try:
        raise ValueError("x")
    except ValueError:
        try:
            raise KeyError("y")
        except KeyError:
            pass
        raise
except ValueError as e:
    print("outer again", e)
