// Asks CPython 3.12.7 what is wrong with each program of src/interpreter/syntax/testdata/errors-*.txt, and writes its
// answers into these files. New programs go in as `=== mode`, the program, and nothing more.
//
// Run: node src/tools/record-syntax-errors.ts [--check]      --check writes nothing and fails where an answer differs

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { formatError, readCases, writeCases } from '../interpreter/syntax/testdata/cases.ts';

const folder = new URL('../interpreter/syntax/testdata/', import.meta.url);
const { loadPyodide } = await import('pyodide');
const py = await loadPyodide();
py.runPython(`
import ast, json, warnings
warnings.simplefilter('ignore')
def answer(source, mode):
    try:
        compile(source, '<unknown>', mode, ast.PyCF_ONLY_AST)
    except SyntaxError as e:
        found = dict(type=type(e).__name__, msg=e.msg, lineno=e.lineno, offset=e.offset,
                     end_lineno=e.end_lineno, end_offset=e.end_offset, text=e.text)
    except Exception as e:
        found = dict(type=type(e).__name__, msg=str(e), lineno=None, offset=None,
                     end_lineno=None, end_offset=None, text=None)
    else:
        found = None
    return json.dumps(found)
`);
const answer = py.globals.get('answer');
const check = process.argv.includes('--check');
let total = 0;
let changed = 0;
for (const name of readdirSync(folder).sort()) {
  if (!/^errors-.*\.txt$/.test(name)) continue;
  const { heading, cases } = readCases(readFileSync(new URL(name, folder), 'utf8'));
  for (const item of cases) {
    const found = JSON.parse(answer(item.source, item.mode));
    const expected = found === null ? 'ok' : formatError(found);
    total++;
    if (expected !== item.expected) changed++;
    item.expected = expected;
  }
  if (!check) writeFileSync(new URL(name, folder), writeCases(heading, cases));
}
console.log(`${total} programs, ${changed} answers ${check ? 'differ' : 'new'}`);
if (check && changed > 0) process.exitCode = 1;
