import sys
print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError as e:
    t, v, tb = sys.exc_info()
    print(t.__name__, v is e, tb is e.__traceback__, sys.exception() is e, tb.tb_lineno, tb.tb_next, tb.tb_frame.f_code.co_name)
    try:
        [][0]
    except IndexError:
        print(type(sys.exception()).__name__)
    print(type(sys.exception()).__name__)
print(sys.exc_info())


def gen():
    try:
        yield 1
        raise KeyError
    except KeyError:
        yield type(sys.exception()).__name__
    yield sys.exception()


try:
    raise ValueError
except ValueError:
    g = gen()
    print(next(g), next(g), type(next(g)).__name__)
e = ValueError("x")
print(e.__traceback__, e.with_traceback(None) is e)


def f():
    raise e


try:
    f()
except ValueError:
    names = []
    tb = e.__traceback__
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(names)
