import ast

class Swap(ast.NodeTransformer):
    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Add):
            node.op = ast.Sub()
        elif isinstance(node.op, ast.Sub):
            node.op = ast.Add()
        return node

def swapped(source):
    return ast.unparse(Swap().visit(ast.parse(source)))

print(swapped("total = a + b - 1"))
