import ast

def swapped(source):
    return source.replace("+", "-")

print(swapped("total = a + b - 1"))
