def f():
    try:
        a()
    except* ValueError as e:
        b(e)
    except* (TypeError, OSError):
        c()
    else:
        d()
    finally:
        g()
try:
    x
except* E:
    pass
