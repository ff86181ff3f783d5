// The symbol table against CPython's `_symtable`: scopes of every kind, every error, and a slice of the standard
// library. The AST comes from CPython too, so that only the symbol table is under test.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mod } from '../syntax/ast.ts';
import type { SyntaxErrorInfo } from '../syntax/errors.ts';
import { futureFromAst } from './future.ts';
import { buildSymtable, type SymtableEntry } from './symtable.ts';

const PROGRAMS: string[] = [
  // Scopes
  'x = 1\ndef f(a, b=x, *c, d, e=2, **g): return a + y\n',
  'def f():\n  x = 1\n  def g():\n    nonlocal x\n    x = 2\n    def h(): return x\n  return g\n',
  'def f():\n  global x\n  x = 1\n  def g(): return x\n',
  'def f(x):\n  class C:\n    x = x\n    def m(self): return x, __class__, super()\n  return C\n',
  'class A:\n  __x = 1\n  def __m(self, __p): return self.__x, __p, __q, __dunder__\n  class __B: pass\n  import __mod, __a.b\n',
  'class _: __x = 1\nclass __C: __x = 1\n',
  'def f():\n  x: int\n  y: int = 1\n  (z): int = 2\n  a.b: c = 3\n',
  'x: int\nglobal x\ny: str\n'.replace('global x\n', ''),
  'import a.b.c, d as e\nfrom f import g, h as i\nfrom j import *\n',
  'try: pass\nexcept E as e: x = e\nelse: y\nfinally: z\n',
  'try: pass\nexcept* E as e: x = e\n',
  'with a as b, c as (d, e): f\nfor i in j: k\nelse: l\nwhile m: n\nelse: o\n',
  'async def f():\n  async with a as b: c\n  async for d in e: f\n  await g\n  return [h async for h in i]\n',
  'async def f(): return (await x for x in y), [await z async for z in w]\n',
  'def f():\n  yield 1\n  yield from g\n  return 2\n',
  'del a, b.c, d[e]\nassert f, g\nraise h from i\n',
  'match a:\n  case [b, *c]: pass\n  case {"k": d, **e}: pass\n  case F(g, h=i): pass\n  case 1 | None as j if k: pass\n  case [*_]: pass\n  case _: pass\n',
  'lambda a, *b, c=d, **e: a + f\n',
  'print(f"{a!r:{b}} {c=}")\n',
  'x[a:b:c], x[*d], (*e, f)\n',
  // Comprehensions (PEP 709)
  'y = [x for x in z]\n',
  'def f(): return [x + y for x in z if w]\n',
  'def f():\n  x = 1\n  return [x for x in range(3)], x\n',
  'def f():\n  return [lambda: x for x in y]\n',
  'def f(y):\n  return [lambda: x + y for x in z], {a: b for a, b in y}, {c for c in y}, (d for d in y)\n',
  'def f():\n  return [[x for x in y] for y in z]\n',
  'def f():\n  return [(x for x in y) for y in z]\n',
  'class C:\n  a = 1\n  b = [a for c in d]\n  e = [__class__ for x in y]\n  f = [lambda: x for x in y]\n',
  'class C:\n  def f(self): return [super().x for _ in y], [__class__ for _ in y]\n',
  'def f(x):\n  class C:\n    y = [x for _ in z]\n    x = 1\n',
  'def f():\n  [y := x for x in z]\n  return y\n',
  '[y := x for x in z]\n',
  'def f():\n  global y\n  [y := x for x in z]\n',
  'def f():\n  return [[(j := i) for i in x] for k in y], j\n',
  'lambda: [x := 1 for y in z]\n',
  'def f(): return [x for x in (lambda: [y for y in z])()]\n',
  'a = [x for x in y for y in z]\n',
  // Generics (PEP 695)
  'def f[T](x: T) -> T: return x\n',
  'def f[T](x: T = 1, *, y=2) -> T: return T\n',
  'def f[T: int, *Ts, **P](*args: *Ts, **kw: P.kwargs): pass\n',
  'def f[T: (int, U), U](): pass\n',
  'async def f[T](): await T\n',
  'class C[T](Base[T], metaclass=M): x: T\n',
  'class C[T]:\n  def m[U](self, x: T, y: U): return T, U, __class__\n',
  'class C[__T]:\n  x: __T\n  def m(self, y: __T, __z): pass\n',
  'class C:\n  type A = B\n  type D[T] = list[T]\n  B = 1\n',
  'class C:\n  def m[T: x](self): pass\n  x = 1\n',
  'def f(x):\n  class C:\n    type A = x\n    x = 1\n  class D:\n    def m[T: x](self, a: x): return x\n',
  'type A = B\ntype C[T, *U, **V] = dict[T, U]\ntype E[T: F] = T\n',
  'def f():\n  type A = A\n  x = 1\n  type B = x\n  def g[T](): return x\n',
  'def f[T]():\n  def g(): return T\n  class D: y = T\n  return [T for _ in x]\n',
  'class C[T]:\n  T = 1\n  def f(self): return T\n',
  'class A[T]:\n  class B[U](A[T]):\n    x: T\n    def f(self): return T, U, super()\n',
  'type A[T] = lambda: T\n',
  'def f[T](x=lambda: 1): pass\n',
  'def f[T: [x for x in y]](): pass\n',
  // Futures
  'from __future__ import annotations\ndef f(x: y) -> z:\n  a: b = 1\nc: (lambda: d) = 2\n',
  '"doc"\nfrom __future__ import division, annotations\nfrom __future__ import barry_as_FLUFL\nx: y\n',
  'x = 1\n',
  // Errors
  ...[
    'def f(a, a): pass',
    'def f(a, *, a): pass',
    'def f(a, *a): pass',
    'def f(**a, a): pass'.replace('**a, a', 'a, **a'),
    'lambda x, x: 1',
    'def f[T, T](): pass',
    'class C[T, *T]: pass',
    'def f(x):\n  global x',
    'def f(x):\n  nonlocal x',
    'def f():\n  x = 1\n  global x',
    'def f():\n  print(x)\n  global x',
    'def f():\n  x: int\n  global x',
    'x = 1\nglobal x',
    'print(é); global é',
    'def f():\n  x = 1\n  nonlocal x',
    'def f():\n  print(x)\n  nonlocal x',
    'def f():\n  x: int\n  nonlocal x',
    'def f():\n  nonlocal x',
    'nonlocal x',
    'def f():\n  def g():\n    nonlocal y, x\n  y = 1',
    'def f(x):\n  def g():\n    global x\n    nonlocal x',
    'def f():\n  global x, y\n  nonlocal y',
    'def f():\n  global x\n  x: int = 1',
    'def f(x):\n  def g():\n    nonlocal x\n    x: int',
    'global x\nx: int',
    'class C:\n  global x\n  x: int',
    'def f():\n  from a import *',
    'class C:\n  from a import *',
    'def f[T]():\n  nonlocal T',
    'def f[T]():\n  def g():\n    nonlocal T',
    '[x := 1 for x in y]',
    '[[x := 1 for z in y] for x in y]',
    '[y for x in y if (y := 1) for y in z]',
    '[a for a in (b := c)]',
    '[a for b in c for a in (d := e)]',
    '[x for x in [(y := 1) for z in w]]',
    '[x for x in (lambda: (y := 1))]',
    'class C: [x := 1 for y in z]',
    'class C:\n  def f(): [x := 1 for y in z]\n  [[w := 1 for y in z] for a in b]',
    '[(yield) for x in y]',
    '{(yield) for x in y}',
    '{(yield): 1 for x in y}',
    '((yield from z) for x in y)',
    'def f(): return [(yield x) for x in y]',
    'def f[T: (yield)](): pass',
    'def f[T: (x := 1)](): pass',
    'def f[T: (await x)](): pass',
    'type A = (yield)',
    'type A = (x := 1)',
    'type A = (await x)',
    'type A = [x := 1 for y in z]',
    'def f[T: [x := 1 for y in z]](): pass',
    'class C[T]([x := 1 for y in z]): pass',
    'class C[T]((yield)): pass',
    'class C[T]((x := 1)): pass',
    'def f[T](x: (yield)): pass',
    'def f[T]() -> (await x): pass',
    'from __future__ import annotations\ndef f(x: (yield)): pass',
    'from __future__ import annotations\nx: (y := 1)',
    'from __future__ import annotations\nasync def f() -> (await x): pass',
    'class C:\n  type A = lambda: 1',
    'class C:\n  type A = [x for x in y]',
    'class C:\n  def f[T: lambda: 1](self): pass',
    'class C:\n  def f[T: [x for x in y]](self): pass',
    'class C:\n  def f[T](self, x: (z for z in y)): pass',
    'from __future__ import braces',
    'from __future__ import nothing',
    'from __future__ import annotations, nope',
    '"doc"\nfrom __future__ import x',
  ].map((program) => `${program}\n`),
];

const { loadPyodide } = await import('pyodide');
const py = await loadPyodide();
py.runPython(`
import json, zipfile, ast, _symtable, warnings
warnings.simplefilter('ignore')
z = zipfile.ZipFile('/lib/python312.zip')
names = [n for n in z.namelist() if n.endswith('.py')]
def plain(n):
    if isinstance(n, list): return [plain(x) for x in n]
    if isinstance(n, (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)): return type(n).__name__
    if isinstance(n, ast.AST):
        d = {'node': type(n).__name__}
        for f in n._fields:
            v = getattr(n, f, None)
            d[f] = (v if isinstance(v, str) else None) if isinstance(n, (ast.Constant, ast.MatchSingleton)) else plain(v)
        for f in n._attributes: d[f] = getattr(n, f)
        return d
    return n
def tree_of(source): return json.dumps(plain(ast.parse(source)))
def table_of(source):
    def dump(t):
        return [t.name, t.type, t.nested, t.lineno, t.varnames, sorted(t.symbols.items()), [dump(c) for c in t.children]]
    try:
        return json.dumps(dump(_symtable.symtable(source, 'f', 'exec')))
    except (SyntaxError, RecursionError) as e:
        if isinstance(e, RecursionError): return json.dumps([type(e).__name__, str(e)])
        return json.dumps([type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text])
`);
const treeOf = py.globals.get('tree_of');
const tableOf = py.globals.get('table_of');

/** The same shape as the Python side's; names sorted, as CPython's order depends on string hashes. */
function dump(t: SymtableEntry): unknown[] {
  const byCodePoint = (a: [string, number], b: [string, number]) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
  const symbols = [...t.ste_symbols].sort(byCodePoint);
  const children = t.ste_children.map(dump);
  return [t.ste_name, t.ste_type, t.ste_nested ? 1 : 0, t.ste_lineno, t.ste_varnames, symbols, children];
}

function shownError(e: SyntaxErrorInfo): unknown[] {
  return [e.type, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text];
}

function ours(mod: Mod): unknown[] {
  const future = futureFromAst(mod, 'f');
  if (future.error !== null) return shownError(future.error);
  const { table, error } = buildSymtable(mod, 'f', future.features);
  return table === null ? shownError(error!) : dump(table.top);
}

for (const source of PROGRAMS) {
  test(`symbols of ${JSON.stringify(source).slice(0, 70)}`, () => {
    assert.deepEqual(ours(JSON.parse(treeOf(source))), JSON.parse(tableOf(source)));
  });
}

test('symbols of modules of the standard library', () => {
  const count = Number(py.runPython('len(names)'));
  for (let n = 0; n < count; n += 25) {
    const source: string = py.runPython(`z.read(names[${n}]).decode()`);
    assert.deepEqual(ours(JSON.parse(treeOf(source))), JSON.parse(tableOf(source)));
  }
});

test('deep nesting is an error, never an overflow of the stack', () => {
  const at = { lineno: 1, col_offset: 0, end_lineno: 1, end_col_offset: 1 };
  for (const kind of ['BinOp', 'UnaryOp', 'IfExp'] as const) {
    let value: unknown = { node: 'Name', id: 'x', ctx: 'Load', ...at };
    for (let i = 0; i < 12000; i++) {
      if (kind === 'BinOp') value = { node: kind, left: value, op: 'Add', right: value, ...at };
      else if (kind === 'UnaryOp') value = { node: kind, op: 'Not', operand: value, ...at };
      else value = { node: kind, test: value, body: value, orelse: value, ...at };
    }
    const { table, error } = buildSymtable({ node: 'Expression', body: value } as Mod, 'f', 0);
    assert.equal(table, null);
    assert.equal(error?.type, 'RecursionError');
    assert.equal(error?.msg, 'maximum recursion depth exceeded during compilation');
  }
});
