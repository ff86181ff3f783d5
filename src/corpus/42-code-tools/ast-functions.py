# The ast module's functions: parse, dump, unparse, walk, visitors, transformers, literal_eval, positions.
import ast

SRC = '''
"""Doc."""
from __future__ import annotations
import a.b as c, d
from . import e
from ..f import (g as h)
@dec(1)
class C[T: int, *Ts, **P](Base, metaclass=M):
    x: int = 1
    (y): str
    def m(self, a, /, b: int = 2, *args: *Ts, c, d=4, **kw) -> "T":
        global q
        return lambda x, *y, z=1: (yield)
async def co[T](x):
    async with a as b, c: pass
    async for i in x:
        await i
        break
    else:
        continue_ = [i async for i in x if i if not i]
    return {k: v for k, v in x} | {*a, *b} | {**a, 'b': 1}
try:
    raise E from x
except (A, B) as e:
    pass
except:
    del a, b[0], c.d
else: pass
finally: assert a, 'm'
try: pass
except* E: pass
match x:
    case 1 | -2 | 3+4j | 'a' | None: pass
    case [a, *_, b] if c: pass
    case {'k': v, **rest}: pass
    case Point(x=0, y=[1, _]) as p: pass
    case a.b: pass
    case _: pass
while a < b <= c != d is not e not in f: a += 1; b @= 2; c **= 3
for i, (j, *k) in z: pass
with (open(a) as b, c as (d, e)): pass
type X[T] = list[T]
x = y = a if b else c
z = f'{a!r:>{w}} {b=} {{}}' f"{'q'}" 'x'.z if False else b'\\xff'
print(a[1:2, ::3, ...], *b, k=1, **c)
if (n := 10) > 5: pass
elif not a and b or c: pass
else: pass
w = a ** -b ** c, -(-1), (1).real, 1 .real, 1.5e300, 1e400, 2j, -1 ** 2, (a, ), (), [], {}, {1}, ~a // b % c << d >> e & f | g ^ h
async def gen():
    yield
    x = yield 1, 2
    nonlocal_ = await (yield x)
'''
tree = ast.parse(SRC)
print(ast.dump(tree, indent=1))
print(ast.dump(tree.body[3], include_attributes=True))
print(ast.dump(tree.body[3], annotate_fields=False))
text = ast.unparse(tree)
print(text)
print(ast.dump(ast.parse(text)) == ast.dump(tree))
print([type(n).__name__ for n in ast.walk(tree)][:60])
print([(f, type(v).__name__) for f, v in ast.iter_fields(tree.body[5])])
print([type(n).__name__ for n in ast.iter_child_nodes(tree.body[5])])
print(ast.get_docstring(tree), ast.get_docstring(ast.parse('def f():\n   """a\n     b\n   """').body[0]), ast.get_docstring(ast.parse('x')))
print(ast.get_docstring(ast.parse('def f():\n   """a\n     b\n   """').body[0], clean=False))


class V(ast.NodeVisitor):
    def visit_Name(self, node):
        print(node.id, end=' ')

    def visit_Constant(self, node):
        print(repr(node.value), end=' ')
        self.generic_visit(node)


V().visit(tree)
print()


class T(ast.NodeTransformer):
    def visit_Name(self, node):
        return ast.copy_location(ast.Subscript(ast.Name('data', ast.Load()), ast.Constant(node.id), node.ctx), node)

    def visit_Pass(self, node):
        return None

    def visit_Expr(self, node):
        return [node, node]


t = ast.fix_missing_locations(T().visit(ast.parse('a + b\nif c: pass; d')))
print(ast.unparse(t))
data = {'a': 1, 'b': 2, 'c': 0, 'd': 4}
exec(compile(t, 'x', 'exec'))
print(ast.dump(ast.increment_lineno(ast.parse('x\ny'), 10), include_attributes=True))
for s in ('1', '-1', '+1', '1+2j', '-1-2j', "'a' 'b'", "b'x'", '[1, (2,), {3}, {4: 5}]', 'None', 'True', '...', 'set()', '{*()}', 'f()', 'a', '1+1', '-True', '__import__("os")', '{1: a}', '  1', '1\n', "f'a'", '2 ** 3', '(1', '{**{}}', 'frozenset()', '-"a"'):
    try:
        print(s, ast.literal_eval(s))
    except Exception as e:
        print(s, type(e).__name__, e)
print(ast.literal_eval(ast.parse('[1]', mode='eval')))
src = 'x = (é +\n  foo(1))\ny = 2\n'
m = ast.parse(src)
print(ast.get_source_segment(src, m.body[0].value), ast.get_source_segment(src, m.body[0].value.right), ast.get_source_segment(src, m.body[0].value, padded=True))
print(ast.parse('x', 'f', 'eval'), ast.parse('x', mode='single'))
try:
    ast.parse('x y', 'name.py')
except SyntaxError as e:
    print(e.args)
print(ast.parse('(a) -> b', mode='func_type').returns.id, ast.dump(ast.parse('() -> b', mode='func_type')))
print(ast.unparse(ast.parse("'a\\nb' + '''c\"d' ''' + f'{x!r}' + f\"{'a' + chr(10)}\"")))
print(ast.unparse(ast.parse('lambda: (yield)\n(x := 1)\na[(b := 1)]\n(await x).y\nnot (a == b)\n(a, b)[0]\n-(a ** b)\n(-a) ** b\n(a if b else c) if d else e\n*a, b = c\nfor x in *a, b: pass\nreturn_ = *a, b\n"{}".format(1)')))
print(ast.PyCF_ONLY_AST, ast.PyCF_TYPE_COMMENTS, ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, len(ast.AST.__subclasses__()), ast.Num, ast.Str)
import copy
import pickle
print(ast.dump(copy.deepcopy(m)) == ast.dump(m), ast.dump(pickle.loads(pickle.dumps(m))) == ast.dump(m))
