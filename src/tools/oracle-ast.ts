// Compares the parser with CPython's over every module of the standard library: `ast.dump` with all positions.
// Prints the first difference of each module.
//
// Run: node src/tools/oracle-ast.ts [every-nth]

import { reprConst } from '../interpreter/code/constrepr.ts';
import { dump } from '../interpreter/syntax/dump.ts';
import { parse } from '../interpreter/syntax/parser.ts';

const { loadPyodide } = await import('pyodide');
const py = await loadPyodide();
py.runPython(`
import ast, io, json, time, unicodedata, warnings, zipfile, tokenize
warnings.simplefilter('ignore')
archive = zipfile.ZipFile('/lib/python312.zip')
names = [n for n in archive.namelist() if n.endswith('.py')]
def source_of(name):
    b = archive.read(name)
    encoding, _ = tokenize.detect_encoding(io.BytesIO(b).readline)
    return b.decode(encoding)
spent = 0
def dump_of(source):
    global spent
    start = time.perf_counter()
    tree = compile(source, '<unknown>', 'exec', ast.PyCF_ONLY_AST)
    spent += time.perf_counter() - start
    return ast.dump(tree, include_attributes=True)
def named_character(name):
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return None
`);
const names: string[] = JSON.parse(py.runPython('json.dumps(names)'));
const sourceOf = py.globals.get('source_of');
const dumpOf = py.globals.get('dump_of');
const namedCharacter = (name: string): string | null => py.globals.get('named_character')(name) ?? null;
const repr = (value: Parameters<typeof reprConst>[0]) => reprConst(value, () => '');
const nth = Number(process.argv[2] ?? 1);
let modules = 0;
let equal = 0;
let bytes = 0;
let spent = 0;
for (let n = 0; n < names.length; n += nth) {
  const source: string = sourceOf(names[n]);
  const expected: string = dumpOf(source);
  const start = performance.now();
  const { mod, error } = parse(source, '<unknown>', 'exec', { namedCharacter });
  spent += performance.now() - start;
  const actual =
    mod === null
      ? `${error?.type}: ${error?.msg} (${error?.lineno})`
      : dump(mod, { repr, includeAttributes: true });
  modules++;
  bytes += source.length;
  if (actual === expected) {
    equal++;
    continue;
  }
  let at = 0;
  while (actual[at] === expected[at]) at++;
  console.log(
    names[n],
    '\n  ',
    actual.slice(Math.max(0, at - 60), at + 80),
    '\n  ',
    expected.slice(Math.max(0, at - 60), at + 80),
  );
}
const theirs = py.globals.get('spent') * 1000;
console.log(`${equal} of ${modules} trees equal, ${bytes} characters`);
console.log(`parsed in ${spent.toFixed(0)} ms, CPython in ${theirs.toFixed(0)} ms (with making ast objects)`);
