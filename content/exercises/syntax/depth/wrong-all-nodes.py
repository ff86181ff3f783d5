# feedback: depth('a'): expected 1, got 2
import ast

def depth(source):
    return height(ast.parse(source, mode="eval").body)

def height(node):
    return 1 + max(map(height, ast.iter_child_nodes(node)), default=0)
