"""Module docstring."""
def f(x):
    """Function docstring."""
    assert x
    assert x > 1, 'message'
    assert not x, f(x)
    if __debug__: print(1)
    if not __debug__: print(2)
    return __debug__
