import ast

def same(a, b):
    return a == b

print(same("x = 1", "x  =  (1)"))
