def deco(n):
    return n

@deco(1)
def f():
    pass
