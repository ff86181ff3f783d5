// Records what CPython 3.12.7 makes of the compiler's small test programs: disassembly, tables, errors, warnings.
//
// Run: node src/tools/record-bytecode.ts
// Reads src/interpreter/codegen/testdata/*.py and cases.json; writes *.dis beside the programs and
// expected.json, and the facts about all opcodes (code/opcodes.expected.json).

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { loadPyodide } from 'pyodide';

const folder = new URL('../interpreter/codegen/testdata/', import.meta.url);

const py = await loadPyodide();
py.runPython(`
import _opcode, dis, hashlib, io, json, marshal, opcode, re, types, warnings

def code_objects(code):
    yield code
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            yield from code_objects(value)

def text_of(code):
    out = io.StringIO()
    dis.dis(code, file=out)
    return re.sub(r'at 0x[0-9a-f]+', 'at 0x0', out.getvalue())

def listing(source, filename, optimize):
    code = compile(source, filename, 'exec', dont_inherit=True, optimize=optimize)
    # First of all: what else holds its parts shows in the bytes.
    marshalled = marshal.dumps(code)
    lines = [text_of(code)]
    for c in code_objects(code):
        lines.append(f'{c.co_qualname}: flags {c.co_flags}, stack size {c.co_stacksize}, first line {c.co_firstlineno}')
        lines.append(f'  arguments {c.co_argcount} {c.co_posonlyargcount} {c.co_kwonlyargcount}')
        lines.append(f'  variables {" ".join(c.co_varnames)}; cells {" ".join(c.co_cellvars)}; free {" ".join(c.co_freevars)}')
        lines.append(f'  names {" ".join(c.co_names)}')
        lines.append(f'  lines {c.co_linetable.hex()}')
    lines.append('marshal ' + hashlib.sha256(marshalled).hexdigest())
    lines.append(re.sub(r'at 0x[0-9a-f]+', 'at 0x0', dis.code_info(code)))
    caches = io.StringIO()
    dis.disassemble(code, 2, file=caches, show_caches=True)
    lines.append(re.sub(r'at 0x[0-9a-f]+', 'at 0x0', caches.getvalue())[:2000])
    return '\\n'.join(lines) + '\\n'

def effect(op, arg, jump):
    try:
        return _opcode.stack_effect(op, arg if op in opcode.hasarg else None, jump=jump)
    except ValueError:
        return None

def opcodes():
    table = {}
    for name, op in dis._all_opmap.items():
        if not name.startswith('INSTRUMENTED_'):
            effects = [effect(op, arg, jump) for arg in (0, 1, 2, 3, 4, 5, 7, 15, 255, 256, 513) for jump in (None, False, True)]
            caches = opcode._inline_cache_entries[opcode.opmap[dis.deoptmap.get(name, name)]] if op < 256 else 0
            table[name] = [op, dis.deoptmap.get(name, name), op in opcode.hasarg, caches, effects]
    return json.dumps(table)

def outcome(case):
    shown = None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            code = compile(case['source'], '<test>', case.get('mode', 'exec'), flags=case.get('flags', 0),
                           dont_inherit=True, optimize=case.get('optimize', 0))
            error = None
            if case.get('show'):
                shown = f'flags {code.co_flags}\\n{text_of(code)}'
        except SyntaxError as e:
            error = [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
        except Exception as e:
            error = [type(e).__name__, str(e)]
    result = {'error': error, 'warnings': [[w.category.__name__, str(w.message), w.lineno if w.filename == '<test>' else 1] for w in caught]}
    return result if shown is None else {**result, 'shown': shown}

def outcomes(text):
    return json.dumps([outcome(case) for case in json.loads(text)])
`);
const listing = py.globals.get('listing') as (source: string, filename: string, optimize: number) => string;
const opcodes = py.globals.get('opcodes') as () => string;
const outcomes = py.globals.get('outcomes') as (text: string) => string;

for (const name of (await readdir(folder)).filter((file) => file.endsWith('.py'))) {
  const source = await readFile(new URL(name, folder), 'utf8');
  for (const optimize of name === 'asserts.py' ? [0, 1, 2] : [0]) {
    const to = name.replace(/\.py$/, optimize === 0 ? '.dis' : `.O${optimize}.dis`);
    await writeFile(new URL(to, folder), listing(source, name, optimize));
  }
}
const table: Record<string, unknown> = JSON.parse(opcodes());
const rows = Object.entries(table).map(([name, row]) => `${JSON.stringify(name)}: ${JSON.stringify(row)}`);
await writeFile(
  new URL('../interpreter/code/opcodes.expected.json', import.meta.url),
  `{\n${rows.join(',\n')}\n}\n`,
);

const cases = await readFile(new URL('cases.json', folder), 'utf8');
const expected: unknown[] = JSON.parse(outcomes(cases));
await writeFile(
  new URL('expected.json', folder),
  `[\n${expected.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`,
);
