/**
 * Real .pyc files both ways: programs of the corpus, compiled by one interpreter and imported without their source by the
 * other, print what the record says.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { CodeObject } from '../../interpreter/code/codeobject.ts';
import { readPyc, writePyc } from '../../interpreter/code/pyc.ts';
import { compileSource } from '../../interpreter/codegen/index.ts';
import { programs, readRecords, topics } from './corpus.ts';
import { openCPython, withoutAddresses } from './cpython.ts';
import { runOurs } from './ours.ts';

const FILENAME = '/home/reader/program.py';
const MAIN = { 'main.py': 'import program\n' };

/** every sixth program that is one file, ends well and does not care under which name it runs. */
const chosen = topics()
  .flatMap((topic) => {
    const records = readRecords(topic);
    return programs(topic).map((program) => ({ ...program, record: records.get(program.name) }));
  })
  .filter(
    ({ source, record, stated, stdin, files }) =>
      record !== undefined &&
      record.stderr === '' &&
      record.exitCode === 0 &&
      stated === null &&
      stdin === '' &&
      Object.keys(files).length === 1 &&
      !/__main__|main\.py|__name__|__file__|\binput\(|\bargv\b|sys\.modules|__loader__|builtins/.test(
        source + record.stdout,
      ),
  )
  .filter((_, i) => i % 6 === 0);

const cpython = await openCPython();

test('enough programs are left to choose from', () => {
  assert.ok(chosen.length >= 25, String(chosen.length));
});

for (const { id, source, record } of chosen) {
  test(`${id}: our .pyc on CPython`, async () => {
    const { code } = compileSource(source, FILENAME, 'exec');
    assert.ok(code);
    const pyc = writePyc(code, { kind: 'timestamp', mtime: 0, sourceSize: source.length });
    const outcome = await cpython.run({ files: { ...MAIN, 'program.pyc': pyc }, main: 'main.py' });
    assert.deepEqual([withoutAddresses(outcome.stdout), outcome.stderr], [record?.stdout, '']);
  });
}

test("CPython's .pyc files on ours", async () => {
  const files: Record<string, string> = {};
  for (const [i, { source }] of chosen.entries()) files[`p${i}.py`] = source;
  const compileAll = [
    'import base64, importlib._bootstrap_external as b',
    `for i in range(${chosen.length}):`,
    "    code = compile(open(f'p{i}.py', encoding='utf-8').read(), '/home/reader/program.py', 'exec', dont_inherit=True)",
    '    print(base64.b64encode(b._code_to_timestamp_pyc(code, 0, 0)).decode())',
  ];
  const outcome = await cpython.run({
    files: { ...files, 'main.py': compileAll.join('\n') },
    main: 'main.py',
  });
  assert.equal(outcome.stderr, '');
  const lines = outcome.stdout.trim().split('\n');
  assert.equal(lines.length, chosen.length);
  for (const [i, { id, record }] of chosen.entries()) {
    const pyc = Buffer.from(lines[i], 'base64');
    assert.ok(readPyc(pyc, id).code instanceof CodeObject);
    const got = await runOurs({ files: { ...MAIN, 'program.pyc': pyc }, main: 'main.py' });
    assert.deepEqual([withoutAddresses(got.stdout), got.stderr], [record?.stdout, ''], id);
  }
});
