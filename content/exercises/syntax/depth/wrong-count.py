# feedback: depth('a + b'): expected 2, got 3
import ast

def depth(source):
    tree = ast.parse(source, mode="eval")
    return sum(isinstance(node, ast.expr) for node in ast.walk(tree))
