def g():
    print("start")
    try:
        try: yield 1
        finally: print("inner finally"); yield 2
    except ValueError as e: print("value error", e); yield 3
    else: print("else"); yield 4
    finally: print("outer finally")
    yield 5
print(list(g()))
it = g(); next(it); print(it.throw(ValueError("v")), next(it), list(it))
