def g(): yield 1; raise StopIteration("inside")
it = g(); print(next(it))
try: next(it)
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__))
def h(): yield next(iter(()))
try: list(h())
except RuntimeError as e: print(e)
print([x for x in [1, 2]], list(x for x in [3]))
try: list(next(iter(())) for _ in [1])
except RuntimeError as e: print(e)
def k():
    try: yield
    except StopIteration: print("caught own"); yield 2
it = k(); next(it); print(it.throw(StopIteration))
