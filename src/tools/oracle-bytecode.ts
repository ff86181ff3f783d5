// Compares the compiler with CPython over every module of the standard library: code objects, field by field.
//
// Run: node src/tools/oracle-bytecode.ts [--sample N] [--optimize 0|1|2] [--cpython-ast] [module.py ...]
// --sample N takes every N-th module; --cpython-ast compiles CPython's own tree instead of our parser's.
// Prints the first difference of each module that differs, and how many are equal.

import { loadPyodide } from 'pyodide';
import { CodeObject, type ConstValue } from '../interpreter/code/codeobject.ts';
import { sameBytes, writtenKey } from '../interpreter/code/constkey.ts';
import { reprConst } from '../interpreter/code/constrepr.ts';
import { dis } from '../interpreter/code/dis.ts';
import { dumps, loads } from '../interpreter/code/marshal.ts';
import { compileModule } from '../interpreter/codegen/compile.ts';
import { FrozenSetConst } from '../interpreter/text/constant.ts';
import { cpythonParser } from './ast-from-pyodide.ts';

const args = process.argv.slice(2);
function option(name: string): string | null {
  const at = args.indexOf(name);
  return at < 0 ? null : args.splice(at, 2)[1];
}
function flag(name: string): boolean {
  const at = args.indexOf(name);
  return at >= 0 && args.splice(at, 1).length > 0;
}
const sample = Number(option('--sample') ?? 1);
const optimize = Number(option('--optimize') ?? 0);
const useCpythonAst = flag('--cpython-ast');

// Without our parser in the way, also while it is broken.
const { compileSource } = useCpythonAst
  ? { compileSource: null }
  : await import('../interpreter/codegen/index.ts');

const py = await loadPyodide();
py.runPython(`
import json, io, zipfile, tokenize, marshal, warnings
warnings.simplefilter('ignore')
z = zipfile.ZipFile('/lib/python312.zip')
names = [n for n in z.namelist() if n.endswith('.py')]
def source_of(name):
    b = z.read(name)
    enc, _ = tokenize.detect_encoding(io.BytesIO(b).readline)
    return io.TextIOWrapper(io.BytesIO(b), enc).read()
def code_of(name, optimize):
    code = compile(source_of(name), name, 'exec', dont_inherit=True, optimize=optimize)
    return marshal.dumps(code)
`);
const all: string[] = JSON.parse(py.runPython('json.dumps(names)'));
const names = args.length > 0 ? args : all.filter((_, i) => i % sample === 0);
const sourceOf = py.globals.get('source_of') as (name: string) => string;
const codeOf = py.globals.get('code_of') as (
  name: string,
  optimize: number,
) => { toJs(): Uint8Array; destroy(): void };
const parse = cpythonParser(py);

const FIELDS = [
  'name',
  'qualname',
  'filename',
  'argcount',
  'posonlyargcount',
  'kwonlyargcount',
  'flags',
  'firstlineno',
  'code',
  'names',
  'localsplusnames',
  'localspluskinds',
  'stacksize',
  'linetable',
  'exceptiontable',
] as const;

const show = (value: ConstValue): string => reprConst(value, () => '0x0').slice(0, 200);

function sameConstant(ours: ConstValue, theirs: ConstValue): boolean {
  // marshal sorts the items of a frozenset, so their order cannot be compared here.
  if (ours instanceof FrozenSetConst && theirs instanceof FrozenSetConst) {
    return writtenKey(ours) === writtenKey(theirs);
  }
  return show(ours) === show(theirs) && writtenKey(ours) === writtenKey(theirs);
}

/** The first difference between two code objects, in words; null if they are equal. */
function difference(ours: CodeObject, theirs: CodeObject): string | null {
  // What lies inside is made first, so look there first.
  for (const [i, value] of ours.consts.entries()) {
    const other = theirs.consts[i];
    if (value instanceof CodeObject && other instanceof CodeObject) {
      const inside = difference(value, other);
      if (inside !== null) return inside;
    }
  }
  for (const field of FIELDS) {
    const a = String(ours[field]);
    const b = String(theirs[field]);
    if (a === b) continue;
    if (field !== 'code')
      return `${ours.qualname}: ${field}\n    ours ${a.slice(0, 300)}\n    want ${b.slice(0, 300)}`;
    const x = dis(ours, { depth: 0 }).split('\n');
    const y = dis(theirs, { depth: 0 }).split('\n');
    const at = x.findIndex((line, n) => line !== y[n]);
    const from = Math.max(0, at - 3);
    return `${ours.qualname}: code\n    ours\n${x.slice(from, at + 5).join('\n')}\n    want\n${y.slice(from, at + 5).join('\n')}`;
  }
  if (ours.consts.length !== theirs.consts.length) {
    return `${ours.qualname}: consts ${show(ours.consts as ConstValue)} want ${show(theirs.consts as ConstValue)}`;
  }
  for (const [i, value] of ours.consts.entries()) {
    if (value instanceof CodeObject) continue;
    const other = theirs.consts[i];
    if (!sameConstant(value, other)) return `${ours.qualname}: const ${i} ${show(value)} want ${show(other)}`;
  }
  return null;
}

let equal = 0;
let sameMarshal = 0;
let milliseconds = 0;
for (const name of names) {
  const source = sourceOf(name);
  const proxy = codeOf(name, optimize);
  const bytes = proxy.toJs();
  const theirs = loads(bytes).value as CodeObject;
  proxy.destroy();
  const tree = useCpythonAst ? parse(source, 'exec') : null;
  const start = performance.now();
  const { code, error } =
    compileSource !== null
      ? compileSource(source, name, 'exec', { optimize })
      : compileModule(tree!, name, { optimize });
  milliseconds += performance.now() - start;
  if (code === null) {
    console.log(`${name}: ${error?.type}: ${error?.msg} (line ${error?.lineno})`);
    continue;
  }
  const found = difference(code, theirs);
  if (found === null) equal++;
  if (found === null && sameBytes(dumps(code), bytes)) sameMarshal++;
  if (found !== null) console.log(`${name}: ${found}`);
}
console.log(
  `${equal} of ${names.length} modules equal, ${sameMarshal} to the byte when marshalled, ${Math.round(milliseconds)} ms`,
);
