def g():
    try: yield next(me)
    except ValueError as e: print(e); yield "went on"
me = g(); print(next(me))
def h(): yield; me2.close()
me2 = h(); next(me2)
try: next(me2)
except ValueError as e: print(e)
def k(): yield from me3
me3 = k()
try: next(me3)
except ValueError as e: print(e)
