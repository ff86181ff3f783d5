def f():
    with a as b, c as (d, e), g:
        h()
    with open('x') as fh:
        for line in fh:
            if line: return line
            continue
    while True:
        with lock:
            break
    with (a as x, b as y):
        pass
with a:
    pass
