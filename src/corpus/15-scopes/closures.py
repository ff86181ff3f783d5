def adder(n):
    def add(x):
        return x + n
    return add


add5 = adder(5)
print(add5(1), adder(10)(1), add5.__closure__[0].cell_contents, add5.__code__.co_freevars, adder.__code__.co_cellvars)
functions = []
for i in range(3):
    functions.append(lambda: i)
print([f() for f in functions])
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])
functions = [lambda: j for j in range(3)]
print([f() for f in functions])


def account(balance):
    def deposit(x):
        nonlocal balance
        balance += x
        return balance

    def show():
        return balance

    return deposit, show


d, s = account(100)
d(50)
print(s(), d(1), s())


def outer(a):
    b = a * 2

    def middle(c):
        def inner(d):
            return a, b, c, d
        return inner
    return middle


print(outer(1)(2)(3), outer(1)(2).__code__.co_freevars)


def argument_cell(x):
    def get():
        return x
    x += 1
    return get


print(argument_cell(1)())
