def g():
    while True:
        try: v = yield "ready"; print("sent", v)
        except ValueError as e: print("caught", e, e.args)
it = g(); next(it)
it.throw(ValueError("a")); it.throw(ValueError)
it.throw(ValueError("b"))
try: it.throw(TypeError("t"))
except TypeError as e: print("out", e)
try: next(it)
except StopIteration: print("ended")
for bad in (5, "x", int, None):
    try: g().throw(bad)
    except TypeError as e: print(e)
try: g().throw(ValueError("fresh"))
except ValueError as e: print("unstarted", e)
