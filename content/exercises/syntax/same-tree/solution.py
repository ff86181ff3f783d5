import ast

def same(a, b):
    return ast.dump(ast.parse(a)) == ast.dump(ast.parse(b))

print(same("x = 1", "x  =  (1)"))
