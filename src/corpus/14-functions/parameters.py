def show(a, b=2, *args, c, d=4, **kw):
    print(a, b, args, c, d, kw)


show(1, c=3)
show(1, 20, c=3)
show(1, 2, 3, 4, c=5, d=6, e=7, f=8)
show(c=1, a=2)
show(*[1, 2, 3], **{"c": 4, "z": 5})
show(*(1,), 2, *"xy", c=0, **{"q": 1}, r=2)


def positional(a, b, /, c, *, d):
    return a, b, c, d


print(positional(1, 2, 3, d=4), positional(1, 2, c=3, d=4))


def keyword_only(*, x=1, y):
    return x, y


print(keyword_only(y=2))


def rest(*args, **kwargs):
    return args, kwargs


print(rest(), rest(1, a=2), rest(*[], **{}), rest(**{"weird key": 1}))


def same_name(a, /, **kw):
    return a, kw


print(same_name(1, a=2))
