def g():
    try: 1 / 0
    except ZeroDivisionError:
        yield 1
        import sys
        print("still handling", sys.exc_info()[0].__name__)
        raise KeyError("k")
it = g(); next(it)
try:
    try: raise ValueError("outer")
    except ValueError: next(it)
except KeyError as e: print(repr(e.__context__), repr(e.__context__.__context__))
def h(): yield; raise TypeError("t")
it = h(); next(it)
try:
    try: raise ValueError("outer")
    except ValueError: next(it)
except TypeError as e: print(repr(e.__context__))
