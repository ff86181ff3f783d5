x = 1
def f():
    global x, new
    x = 2
    new = 3
    return len, x, undefined
class C:
    x = x
    def m(self): return x
    global y
    y = 1
def shadow(super):
    return super().x
é = 1
def 日本(ñ): return ñ, é
del x
