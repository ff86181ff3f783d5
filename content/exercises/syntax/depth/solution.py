import ast

def depth(source):
    return height(ast.parse(source, mode="eval").body)

def height(node):
    parts = [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
    return 1 + max(map(height, parts), default=0)

print(depth("a"), depth("a + b"), depth("-2**2"))
