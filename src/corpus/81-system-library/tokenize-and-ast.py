import ast, io, tokenize
src = "def f(a, *b, c=1):\n    return f'{a!r:>{c}}' + \"x\"  # c\n\nx: int = [i for i in y if i]\n"
for t in tokenize.generate_tokens(io.StringIO(src).readline): print(tokenize.tok_name[t.type], repr(t.string), t.start, t.end)
tree = ast.parse(src); print(ast.dump(tree.body[1]), ast.unparse(tree)); print(ast.dump(ast.parse("a.b[1:2]", mode="eval"), indent=1))
print(ast.literal_eval("{'a': [1, -2.5, (3,), {4}, None, True, b'x', 1+2j]}"), [type(n).__name__ for n in ast.walk(ast.parse("x = y + 1"))], ast.get_docstring(ast.parse("'''doc'''")), tree.body[0].args.kw_defaults[0].value, tree.body[0].end_lineno)
for bad in ("f()", "a", "1 + 'a'", "[1, x]", "", "1 +"):
    try: print(ast.literal_eval(bad))
    except (ValueError, SyntaxError) as e: print(bad, type(e).__name__, str(e).split(" at 0x")[0].split(" on line")[0])
class V(ast.NodeTransformer):
    def visit_Constant(self, n): return ast.copy_location(ast.Constant(n.value * 2), n) if isinstance(n.value, int) else n
print(ast.unparse(V().visit(ast.parse("x = 1 + 2; s = 'a'"))), eval(compile(ast.fix_missing_locations(V().visit(ast.parse("3 * 4", mode="eval"))), "f", "eval")))
