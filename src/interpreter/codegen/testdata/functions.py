def f(a, b=1, /, c=2, *args, d, e=3, **kw):
    """Doc."""
    return a
def g(*, x): pass
@dec
def h(): 'only a docstring'
k = lambda x, *y, z=1, **w: (x, y, z, w)
def early(x):
    if x: return
    if not x: return None
    print(x)
def consts():
    return (1, 'a', None, (2, 3))
def unbound():
    if c: x = 1
    print(x)
    del x
    print(x)
def many(a):
    return [a, 1, 2.0, 'three', b'four', ..., None, True]
