// The instruction reference beside CPython 3.12.7 (Pyodide): every instruction has its words, every example contains the
// instruction it stands for and prints what it says, on CPython and here.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import specialised from '../../content/opcodes/specialised.json' with { type: 'json' };
import { opcodeRows, SPECIALIZED } from '../interpreter/code/opcodes.ts';
import { runPython } from '../interpreter/node.ts';

const folder = join(import.meta.dirname, '../../content/opcodes');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3));

/** No program contains these: one stands below the frames, one is a number kept free. */
const WITHOUT_EXAMPLE = ['INTERPRETER_EXIT', 'RESERVED'];

const LOOK = `
import contextlib, dis, io, types
def look(source, name):
    code = compile(source, "main.py", "exec")
    def walk(code):
        yield from (i.opname for i in dis.get_instructions(code, show_caches=True))
        for constant in code.co_consts:
            if isinstance(constant, types.CodeType):
                yield from walk(constant)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(code, {"__name__": "__main__"})
    return [name in set(walk(code)), out.getvalue()]
`;

let look: (source: string, name: string) => { toJs(): [boolean, string] };
before(async () => {
  const { loadPyodide } = await import('pyodide');
  const python = await loadPyodide();
  python.runPython(LOOK);
  look = python.globals.get('look');
});

test('every instruction has a page, every specialised form a sentence', () => {
  const rows = opcodeRows.flatMap((row) => (row ? [row.name as string] : []));
  assert.deepEqual([...names].sort(), rows.sort());
  assert.deepEqual(Object.keys(specialised).sort(), Object.keys(SPECIALIZED).sort());
});

describe('examples contain their instruction and print what CPython prints', () => {
  for (const name of names) {
    test(name, async () => {
      const text = readFileSync(join(folder, `${name}.md`), 'utf8');
      const source = /^```python\n([\s\S]*?)\n```$/m.exec(text)?.[1];
      if (WITHOUT_EXAMPLE.includes(name)) {
        assert.equal(source, undefined);
        return;
      }
      const output = /^```output\n([\s\S]*?)\n```$/m.exec(text)?.[1];
      assert.ok(source !== undefined && output !== undefined, 'an example with its output');
      const [contained, printed] = look(`${source}\n`, name).toJs();
      assert.equal(contained, true, `no ${name} in what CPython compiles`);
      assert.equal(printed, `${output}\n`);
      const ours = await runPython({ files: { 'main.py': `${source}\n` }, main: 'main.py' });
      assert.equal(ours.stdout, printed);
    });
  }
});
