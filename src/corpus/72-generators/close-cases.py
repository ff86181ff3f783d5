def g(ignore):
    try: yield 1
    except GeneratorExit:
        print("closing")
        if ignore: yield 2
    finally: print("finally")
a = g(False); next(a); print(a.close(), a.close())
b = g(True); next(b)
try: b.close()
except RuntimeError as e: print(e)
c = g(False); c.close(); print("not started", list(c))
def h():
    try: yield 1
    finally: return 5
d = h(); next(d); print(d.close())
def k():
    try: yield
    finally: raise KeyError("in close")
e = k(); next(e)
try: e.close()
except KeyError as x: print(x)
