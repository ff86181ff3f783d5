def f():
    x = 1
    del x
    try: x
    except UnboundLocalError as e: print(e)
    try: del x
    except UnboundLocalError as e: print(e)
f()
def g():
    x = 1
    def h(): return x
    del x
    try: h()
    except NameError as e: print(e)
    x = 2
    return h()
print(g())
try: del undefined
except NameError as e: print(e)
x = 1; del x
try: x
except NameError as e: print(e)
for i in []: pass
try: print(i)
except NameError as e: print(e)
try: raise ValueError
except ValueError as err: pass
try: err
except NameError as e: print(e)
