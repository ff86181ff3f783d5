import ast

def depth(source):
    tree = ast.parse(source, mode="eval").body
    return 1

print(depth("a"), depth("a + b"), depth("-2**2"))
