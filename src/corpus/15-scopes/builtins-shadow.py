import builtins
list_ = list
list = [1, 2]
try:
    list("abc")
except TypeError as e:
    print(e)
del list
print(list("abc"), builtins.len("xy"), __builtins__ is builtins)


def f(max):
    return max


print(f(3), max(1, 2))
builtins.shout = lambda s: s.upper() + "!"
print(shout("hey"))
del builtins.shout
try:
    shout("x")
except NameError as e:
    print(e)
