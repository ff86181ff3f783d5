def f(x):
    if 0: a()
    if 1: b()
    else: c()
    while 0: d()
    while 1:
        if x: return 1
    e()
def g():
    return 1
    h()
def h():
    raise X
    i()
'docstring' 'one'
1
None
...
if True and x: y
if x and False: z
