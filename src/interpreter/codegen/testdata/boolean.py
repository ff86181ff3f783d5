def f(a, b, c, d):
    if a and b or not c:
        return 1
    elif not (a or b) and (c and d):
        return 2
    while a or not b:
        a = a and b or c
    x = a if b else c if d else 0
    y = not a
    if (a if b else c):
        pass
    assert a and b, 'message'
    return a or b
