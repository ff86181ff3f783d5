// Compares the symbol table with CPython's `_symtable` over every module of the standard library: names, flags and
// scopes, kinds of blocks, parameters, nesting and the order of blocks. The AST comes from CPython too, so that
// only the symbol table is under test.
//
// Run: node src/tools/oracle-symtable.ts [every-nth]

import { futureFromAst } from '../interpreter/symtable/future.ts';
import { buildSymtable, type SymtableEntry } from '../interpreter/symtable/symtable.ts';
import type { Mod } from '../interpreter/syntax/ast.ts';

const { loadPyodide } = await import('pyodide');
const py = await loadPyodide();
py.runPython(`
import json, io, zipfile, ast, _symtable, tokenize, sys, warnings
warnings.simplefilter('ignore')
sys.setrecursionlimit(5000)
z = zipfile.ZipFile('/lib/python312.zip')
names = [n for n in z.namelist() if n.endswith('.py')]
def source_of(name):
    b = z.read(name)
    enc, _ = tokenize.detect_encoding(io.BytesIO(b).readline)
    return b.decode(enc)
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
    return json.dumps(dump(_symtable.symtable(source, 'f', 'exec')))
`);

/** The same shape as the Python side's; names sorted, as CPython's order depends on string hashes. */
function dump(t: SymtableEntry): unknown[] {
  const byCodePoint = (a: [string, number], b: [string, number]) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
  const symbols = [...t.ste_symbols].sort(byCodePoint);
  return [
    t.ste_name,
    t.ste_type,
    t.ste_nested ? 1 : 0,
    t.ste_lineno,
    t.ste_varnames,
    symbols,
    t.ste_children.map(dump),
  ];
}

const names: string[] = JSON.parse(py.runPython('json.dumps(names)'));
const sourceOf = py.globals.get('source_of');
const treeOf = py.globals.get('tree_of');
const tableOf = py.globals.get('table_of');
const nth = Number(process.argv[2] ?? 1);
let modules = 0;
let equal = 0;
let milliseconds = 0;
for (let n = 0; n < names.length; n += nth) {
  const source: string = sourceOf(names[n]);
  const mod: Mod = JSON.parse(treeOf(source));
  const expected = JSON.stringify(JSON.parse(tableOf(source)));
  const start = performance.now();
  const { table, error } = buildSymtable(mod, 'f', futureFromAst(mod, 'f').features);
  milliseconds += performance.now() - start;
  modules++;
  const found = table === null ? JSON.stringify(error) : JSON.stringify(dump(table.top));
  if (found === expected) {
    equal++;
    continue;
  }
  let i = 0;
  while (found[i] === expected[i]) i++;
  console.log(names[n], '\n ours ', found.slice(i - 80, i + 80), '\n other', expected.slice(i - 80, i + 80));
}
console.log(`${equal} of ${modules} symbol tables equal, ${milliseconds.toFixed(0)} ms`);
