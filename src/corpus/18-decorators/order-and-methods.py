def show(name):
    print("make", name)

    def deco(f):
        print("apply", name)
        return f
    return deco


@show("outer")
@show("inner")
def f():
    pass


def check(f):
    def wrapper(self, n):
        if n < 0:
            raise ValueError("negative")
        return f(self, n)
    return wrapper


class Account:
    def __init__(self):
        self.balance = 0

    @check
    def deposit(self, n):
        self.balance += n
        return self.balance

    @staticmethod
    @show("static")
    def helper():
        return "helped"

    @classmethod
    def make(cls):
        return cls()


a = Account.make()
print(a.deposit(5), Account.helper(), a.helper())
try:
    a.deposit(-1)
except ValueError as e:
    print(e)
