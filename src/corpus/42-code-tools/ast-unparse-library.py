# ast.unparse over modules of the library, and back: the same tree.
import ast
import importlib.util

for name in ('bisect', 'copy', 'keyword', 'reprlib'):
    source = importlib.util.find_spec(name).loader.get_source(name)
    tree = ast.parse(source)
    text = ast.unparse(tree)
    print(name, len(text), sum(map(ord, text)), ast.dump(ast.parse(text)) == ast.dump(tree))
