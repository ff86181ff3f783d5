def todo(): ...


class Empty: pass


if True:
    pass
print(todo(), ..., type(...), Ellipsis is ..., bool(...))
for _ in range(2): pass
while False: ...
x = [...]
print(x, (...,), {...: 1})
