f = lambda a: a.x + 1
print([f(v) for v in [1]])
