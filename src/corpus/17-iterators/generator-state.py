import inspect


def g():
    x = 1
    yield x
    x = 2
    yield x


gen = g()
print(gen.gi_running, gen.gi_frame is not None, gen.gi_yieldfrom, gen.gi_code.co_name, inspect.getgeneratorstate(gen))
next(gen)
print(gen.gi_frame.f_locals, gen.gi_frame.f_lineno, inspect.getgeneratorstate(gen))
list(gen)
print(gen.gi_frame, inspect.getgeneratorstate(gen))


def reenter():
    yield next(me)


me = reenter()
try:
    next(me)
except ValueError as e:
    print(e)
