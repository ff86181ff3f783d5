x = "global"
def f():
    x = "enclosing"
    class A:
        print(x)
        x = x + " copied"
        print(x)
        def m(self): return x
        y = [x for _ in range(1)]
        z = (lambda: x)()
    return A
A = f(); print(A.x, A().m(), A.y, A.z)
class B:
    x = 1
    class C:
        try: print(x)
        except NameError: print("no")
        y = 2
    del x
print(hasattr(B, "x"), B.C.y)
class D:
    global made
    made = 5
    def __init__(self): __class__
print(made, hasattr(D, "made"), D().__init__.__code__.co_freevars)
