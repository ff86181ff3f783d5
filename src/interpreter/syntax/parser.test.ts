// The parser against CPython 3.12.7's `ast`: trees with all positions, warnings, modes and limits.
// Wrong programs: parser_errors.test.ts; the whole standard library: src/tools/oracle-ast.ts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPyodide } from 'pyodide';
import { reprConst } from '../code/constrepr.ts';
import { dump } from './dump.ts';
import { type ParserOptions, parse, type StartRule } from './parser.ts';

const PROGRAMS: string[] = [
  'x = 1',
  'a, b = b, a',
  '(a, b), [c, *d] = e',
  'x: int = 5',
  'x.y: str',
  '(x): int = 3',
  'a[1:2, ::3] += f(b, *c, d=4, **e)',
  'a = b = yield c',
  'def f(a, b=1, /, c=2, *args, d, e=3, **kw) -> int:\n    return a + b',
  'def f[T: int, *Ts, **P](x: T, *args: *Ts) -> None: pass',
  'async def g(x):\n    async with a as b, c:\n        await b\n    async for i in x:\n        yield i\n    else:\n        pass\n    return [j async for j in x if await j]',
  'class C(Base, metaclass=M):\n    x = 1\n    @property\n    def y(self): return self.x',
  'class C[T]: pass',
  'if a:\n    b\nelif c:\n    d\nelse:\n    e',
  'while x > 0:\n    x -= 1\n    if x == 5: break\n    else: continue\nelse:\n    done()',
  'for i, (j, k) in enumerate(x, start=1):\n    print(i, j)\nelse:\n    pass',
  'try:\n    f()\nexcept ValueError as e:\n    g()\nexcept (A, B):\n    pass\nexcept:\n    raise\nelse:\n    h()\nfinally:\n    i()',
  'try:\n    f()\nexcept* ValueError as e:\n    g()\nexcept* (A, B):\n    pass',
  'with open(f) as g, h: pass',
  'with (open(f) as g, h as (i, j),):\n    k',
  'with (a, b): pass',
  'match x:\n    case 0 | 1: pass\n    case -1.5 + 2j: pass\n    case "a" "b": pass\n    case None | True | False: pass\n    case [a, b, *rest]: pass\n    case (a, *_): pass\n    case {"k": v, 1: w, **rest}: pass\n    case Point(x=0, y=y) | a.b.C(1, z, k=3): pass\n    case (a | b) as c if c > 1: pass\n    case a.b.c: pass\n    case _: pass',
  'match x, y:\n    case a, b: pass',
  'type X = int',
  'type X[T, U: (int, str)] = dict[T, U]',
  'import a, b.c as d',
  'from . import x',
  'from ..a.b import (c, d as e,)',
  'from a import *',
  'global a, b',
  'nonlocal c',
  'del a, b.c, d[0], (e, f), [g]',
  'assert a, "b"',
  'raise A from B',
  'raise',
  'lambda x, y=1, *z, k, **w: x + y',
  'lambda: 0',
  'f = lambda a, /, b: (a, b)',
  'x if y else z',
  'a or b and not c',
  'a < b <= c != d is not e not in f in g is h',
  'a | b ^ c & d << e >> f + g - h * i / j // k % l @ m ** -n',
  '~-+x',
  'await x',
  '[1, 2, *a]',
  '[]',
  '()',
  '(1,)',
  '{1, 2, *b}',
  '{}',
  '{a: b, **c, d: e}',
  '[x for x in y if z if w for q in r]',
  '{x for x in y}',
  '{x: y for x, y in z}',
  '(x for x in y)',
  'f(x for x in y)',
  'f(a, b=c, *d, **e)',
  'f(a)(b)[c].d',
  '(y := f(x))',
  'print((a := 1), b)',
  'while chunk := f.read(10): pass',
  'x = (yield)',
  'def f():\n    x = yield from g()\n    yield\n    yield 1, 2',
  'f"{a}"',
  'f"a{b!r:>{w}}c{{d}}" "e"',
  'f\'{x=}\' f"{y = !s:10}"',
  'f"{a:{b}.{c}}"',
  'f"""{\n    a\n}"""',
  '"a" b"c"',
  "r\"\\d\" u\"x\" '''y\nz'''",
  '0x1f + 0b11 + 0o17 + 1_000 + 1.5e10 + 2j',
  'x[1], x[a:b], x[::], x[*y], x[a, b:c]',
  '@a.b(c)\n@d\ndef f(): pass',
  '@dec\nclass D: pass',
  'x = 1; y = 2; z',
  'if x: y; z',
  '...',
  'return x, *y',
  'print(1)',
  'exec("x")',
  'not x',
  "a = {\n  'b': [1,\n        2],\n  'c': (3,\n        4)\n}\nf(a,\n  b)",
  'def outer():\n    def inner():\n        if x:\n            for y in z:\n                pass\n    return inner',
  'for x in *a, b: pass',
  'for x.y in z: pass',
  'x = *a, b',
  'async def f(): return await g() ** 2',
  'if (n := len(a)) > 10: pass',
  'dict(a=1, **b)',
  'x = a if b else c if d else e',
  'class A: x: int',
  'lambda *, k=1: k',
  'lambda *a, **k: (a, k)',
  'def f(*, a): pass',
  'def f(a, *, b): pass',
  'def f(**k): pass',
  'def f(a, /): pass',
  "def f(a, b=2, *c: int, d: str = 'x', **e: dict): ...",
  '',
  '\n',
  '# c',
  'x = 1 # c',
  'x\\\n = 1',
  'é = "ü" + ñ',
  '名前.属性 = (𝒳, ﬁ)',
  'x = (\n  1,\n\n  2)\n',
  'a = b = c = d',
  '(a.b) += 1',
  '((a)) = 1',
  '[a, (b, *c)] = d',
  '*a, = b',
  '() = []',
  '[] = ()',
  'x: (yield)',
  'a.b[c](d).e = f',
  'f(*a, *b, c, *d, e=1, *g, **h, i=2, **j)',
  'f(a for b in c)',
  'f((yield))',
  'x = yield',
  'print(*a, sep="")',
  'a[b, *c], a[*b], a[b:c, d], a[:, 1], a[()], a[b := 1]',
  '{**a}',
  '{*a}',
  '{a: b for c in d if e}',
  'not a in b',
  'not not a',
  '- - + ~ a ** - b ** c',
  'a ** -b ** c * d',
  'a < b < c in d',
  'a is not b, a is (not b)',
  'lambda a, b=1, /, c=2, *, d=3, **e: 0',
  'lambda *a: a, lambda **k: k',
  'def f(a, /, *, b): 0',
  'def f(*, a=1, **k): 0',
  'def f(a=1, /, b=2): 0',
  'def f(a,): 0',
  'def f(*a,): 0',
  'def f(**a,): 0',
  'with (yield): pass',
  'with (a): pass',
  'with (a) as b: pass',
  'with (a, b) as c: pass',
  'with (a as b): pass',
  'with (a as b), c: pass',
  'with a as (b, c), d as [e]: pass',
  'with a as b.c, d as e[f]: pass',
  'match = case = type = _ = 1',
  'match(x)',
  'match[x]',
  'match.x',
  'match, case',
  'match * x',
  'match -x:\n  case 1: pass',
  'match (x):\n  case (1): pass',
  'match x,:\n  case 1,: pass',
  'match *x, y:\n  case 1: pass',
  'match match:\n  case case: pass',
  'match x:\n  case -1 | 1j | -1.5-2j: pass\n  case {}: pass\n  case {1: a, **b}: pass\n  case {"a": 1, None: 2,}: pass\n  case {-1: x, a.b: y}: pass\n  case C(): pass\n  case C(1,): pass\n  case C(a=1,): pass\n  case []: pass\n  case (): pass\n  case (a): pass\n  case (a,): pass\n  case [*_, a]: pass\n  case *a, b: pass\n  case "a" f"b": pass',
  'match x:\n  case C(_=1, y=_): pass\n  case C(_): pass\n  case C(_,): pass',
  'type = 1',
  'type(x)',
  'type X[T] = T',
  'type type = type',
  'type X[*Ts, **P,] = 1',
  'f"{x!r}" f"{x:{y}}" "a" f""',
  "f'{x:%H:%M}'",
  "f'{x:{y}{z}}'",
  "f'{ x = }'",
  "f'{x=!r:^20}'",
  "f'{{{x}}}'",
  "f'{(lambda: 1)}'",
  "f'{a if b else c}'",
  "f'{x,}'",
  "f'{*x, y}'",
  "f'{yield}'",
  "f'''{\nx\n:\n}'''",
  'f"{f"{f"{x}"}"}"',
  "rf'\\d{x}\\n'",
  'b"\\x00\\xff" b"a"',
  "u'a' 'b'",
  "'\\x41\\u0042\\U00000043\\101'",
  '1_000_000, 0xFF_FF, 1e-5, 1E5j, .5, 5., 0_0, 1_0.0_1e1_0',
  'x = 123456789012345678901234567890',
  '1e400, -1e-400, 1e16, 1e22, 123456789.123',
  'True, False, None, ...',
  'if a: b\nelif c: d\nelif e: f\nelse: g',
  'for a, in b: c',
  'for a.b, c[d], *e in f: g',
  'for (a) in b: c',
  'try: a\nfinally: b',
  'try: a\nexcept: b\nelse: c',
  'del (a), (b,), [c], d.e, f[g]',
  'del ()',
  'return',
  'return *a, b',
  'import a.b.c as d, e',
  'from .... import a',
  'from ... import (a as b)',
  'from .a.b import *',
  '@a\n@b.c[d]\nasync def f(): pass',
  '@(x := y)\nclass C(a, *b, c=d, **e): f',
  'class C(): pass',
  'a; b; c;',
  'if a: b; c',
  'a if b else lambda: c',
  '(a, b := c, d)',
  '[a := b, c]',
  '{a := b}',
  '[x := 1 for y in z]',
  'x[a:b:c], x[:], x[::], x[a:], x[:b], x[::c]',
  'while a: break\nelse: continue',
  'assert a',
  'a.b.c.d()()[e]',
  '(a)(b)(c)',
  '"a".join(b)',
  '1 .real, 1.0.real, 1..real',
  'def f() -> (yield): pass',
  'def f(a: (yield) = (yield)): pass',
  'lambda: (yield)',
  'await a ** b',
  '-await a',
  'a @ b',
];

const py = await loadPyodide();
py.runPython(`
import ast, io, json, tokenize, unicodedata, warnings, zipfile
def tree(source, mode='exec', flags=0, indent=None):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            found = compile(source, '<unknown>', mode, ast.PyCF_ONLY_AST | flags)
            text = ast.dump(found, include_attributes=indent is None, indent=indent)
        except Exception as e:
            text = f'{type(e).__name__}: {e.msg if isinstance(e, SyntaxError) else e}'
    return json.dumps([text, [[w.category.__name__, str(w.message), w.lineno] for w in caught]])
archive = zipfile.ZipFile('/lib/python312.zip')
names = [n for n in archive.namelist() if n.endswith('.py')]
def source_of(name):
    b = archive.read(name)
    encoding, _ = tokenize.detect_encoding(io.BytesIO(b).readline)
    return b.decode(encoding)
def named_character(name):
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return None
`);
const tree = py.globals.get('tree');
const namedCharacter = (name: string): string | null => py.globals.get('named_character')(name) ?? null;

function theirs(source: string, mode: StartRule = 'exec', flags = 0, indent?: number): unknown {
  return JSON.parse(tree(source, mode, flags, indent));
}

function ours(
  source: string,
  mode: StartRule = 'exec',
  options: Omit<ParserOptions, 'filename'> = {},
  indent?: number,
): unknown {
  const { mod, error, warnings } = parse(source, '<unknown>', mode, { namedCharacter, ...options });
  const text =
    mod === null
      ? `${error?.type}: ${error?.msg}`
      : dump(mod, {
          repr: (value) => reprConst(value, () => ''),
          ...(indent === undefined ? { includeAttributes: true } : { indent }),
        });
  return [text, warnings.map(({ category, msg, lineno }) => [category, msg, lineno])];
}

test('trees of programs that use all of the grammar', () => {
  for (const source of PROGRAMS) assert.deepEqual(ours(source), theirs(source), source);
});

test('trees with one line for each node', () => {
  for (const source of PROGRAMS) {
    assert.deepEqual(ours(source, 'exec', {}, 2), theirs(source, 'exec', 0, 2), source);
  }
});

test("modes 'single' and 'eval'", () => {
  for (const mode of ['single', 'eval'] as const) {
    for (const source of PROGRAMS) assert.deepEqual(ours(source, mode), theirs(source, mode), source);
  }
});

test("mode 'func_type'", () => {
  for (const source of ['() -> a', '(a) -> b', '(a, *b, **c) -> d', '(**a) -> b', '(*a) -> b[c]\n\n']) {
    assert.deepEqual(ours(source, 'func_type'), theirs(source, 'func_type'), source);
  }
});

test('a slice of the standard library', () => {
  const names: string[] = JSON.parse(py.runPython('json.dumps(names)'));
  const sourceOf = py.globals.get('source_of');
  for (let n = 3; n < names.length; n += 25) {
    const source: string = sourceOf(names[n]);
    assert.ok(JSON.stringify(ours(source)) === JSON.stringify(theirs(source)), names[n]);
  }
});

test('warnings, each once', () => {
  const sources = [
    '"\\d"',
    'x = "\\d" "\\p"\n(a, "\\8", b"\\400", f"\\{a}\\z")',
    '1if x else 2',
    '0x1for x in y',
    '[0x1for x in y]',
    '"\\d" = 1',
    '("\\d" y)',
    'def f():\n  """\n  \\w\n  """\n  return r"\\d"',
  ];
  for (const source of sources) assert.deepEqual(ours(source), theirs(source), source);
});

test('warnings that a filter makes errors', () => {
  const { error } = parse('x = 1\ny = "\\d"', '<unknown>', 'exec', { escalate: () => true });
  assert.deepEqual(
    [error?.type, error?.msg, error?.lineno, error?.offset],
    ['SyntaxError', "invalid escape sequence '\\d'", 2, 5],
  );
});

test('names of characters, and none without a table of them', () => {
  const source = '"\\N{BULLET}\\N{no such}"';
  assert.deepEqual(ours(source), theirs(source));
  assert.deepEqual(ours('"\\N{BULLET}"'), theirs('"\\N{BULLET}"'));
});

test('input that could go on', () => {
  const flags = 0x4000 | 0x200;
  const options = { allowIncompleteInput: true, dontImplyDedent: true };
  const sources = [
    ...['if x:', 'if x:\n  y', 'if x:\n  y\n', 'x = (1,', '"""a', 'x \\', 'x = 1', 'def f(', 'x y', "'a", ''],
    ...['\n', '# c', '@a', 'try:\n  x', 'for x in', 'f"{', 'x)', 'if x: y', 'class C:\n  x\n\n'],
  ];
  for (const source of sources) {
    assert.deepEqual(ours(source, 'single', options), theirs(source, 'single', flags), source);
  }
});

test('from __future__ import barry_as_FLUFL', () => {
  const flag = 0x400000;
  for (const source of ['a <> b', 'a != b', 'a == b <> c']) {
    assert.deepEqual(ours(source, 'exec', { barryAsBdfl: true }), theirs(source, 'exec', flag), source);
  }
});

test('lines of a file as the text of an error', () => {
  const programText = (_: string, lineno: number) => `line ${lineno}: x y\n`;
  const { error } = parse('a\nx y', 'some.py', 'exec', { programText });
  assert.equal(error?.text, 'line 2: x y\n');
});

test('deep nesting ends where CPython ends it', () => {
  const nested = (open: string, close: string, n: number) => `${open.repeat(n)}x${close.repeat(n)}`;
  const blocks = (n: number) =>
    `${Array.from({ length: n }, (_, i) => `${' '.repeat(i)}if x:\n`).join('')}${' '.repeat(n)}y`;
  for (const source of [
    nested('(', ')', 200),
    nested('(', ')', 201),
    nested('[0, ', ']', 199),
    nested('{0: ', '}', 199),
    nested('f(a, b=', ')', 199),
    nested('y = (a < ', ')', 50),
    `${nested('(0, ', ')', 199)} z`,
    `y = ${nested('(a < ', ')', 193)}`,
    `y = ${nested('(a < ', ')', 194)}`,
    nested('-', '', 6500),
    nested('x ** ', '', 3100),
    nested('lambda: ', '', 3100),
    `if x: y\n${'elif x: y\n'.repeat(6100)}`,
    nested('[', '', 100),
    blocks(99),
    blocks(100),
  ]) {
    assert.deepEqual(ours(source), theirs(source), source.slice(0, 60));
  }
});

test('chains without depth are of any length', () => {
  for (const source of [`x${'.x'.repeat(20000)}`, `x${'()'.repeat(5000)}`, `x${' + x'.repeat(20000)}`]) {
    assert.equal(parse(source, '<unknown>', 'exec').error, null);
  }
  assert.equal(parse(`${'x if y else '.repeat(4000)}x`, '<unknown>', 'exec').error, null);
  assert.equal(parse(`${'not '.repeat(4000)}x`, '<unknown>', 'exec').error, null);
});
