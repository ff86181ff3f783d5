# feedback: same('x = 1', 'x  =  (1)'): expected True, got False
import ast

def same(a, b):
    return ast.parse(a) == ast.parse(b)
