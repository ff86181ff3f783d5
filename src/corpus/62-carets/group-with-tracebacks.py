def f(n):
    return 1 / n

errors = []
for n in (0, "x"):
    try:
        f(n)
    except Exception as e:
        errors.append(e)
raise ExceptionGroup("both", errors)
