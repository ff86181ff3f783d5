x = "global"


def outer():
    x = "enclosing"

    def inner():
        x = "local"
        return x

    def reads():
        return x

    return inner(), reads(), x


print(outer(), x)


def uses_global():
    return x


def uses_builtin():
    return len([1, 2])


print(uses_global(), uses_builtin())
len_saved = len
len = lambda s: "mine"
print(uses_builtin())
del len
print(uses_builtin(), len is len_saved)
