# feedback: same('x = 1', 'x  =  (1)'): expected True, got False
import ast

def same(a, b):
    return ast.dump(ast.parse(a), include_attributes=True) == ast.dump(ast.parse(b), include_attributes=True)
