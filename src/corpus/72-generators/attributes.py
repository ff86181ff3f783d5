def g(a):
    x = yield a
    yield x
it = g(5)
print(it.__name__, it.__qualname__, it.gi_running, it.gi_yieldfrom, it.gi_suspended, it.gi_code is g.__code__, it.gi_frame.f_lineno)
next(it); print(it.gi_suspended, it.gi_frame.f_locals, it.gi_frame.f_lineno)
it.send("v"); print(it.gi_frame.f_locals)
list(it); print(it.gi_frame, it.gi_suspended)
it.__name__ = "renamed"; print(it.__name__)
for bad in (5, None):
    try: it.__name__ = bad
    except TypeError as e: print(e)
try: it.gi_running = 1
except AttributeError as e: print(e)
try: type(it)()
except TypeError as e: print(e)
ge = (i for i in [1]); print(ge.__name__, ge.__qualname__)
