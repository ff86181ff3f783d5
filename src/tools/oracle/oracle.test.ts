/** The oracle itself: it runs programs as the command line does, and the records are what it says. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { programs, readRecords } from './corpus.ts';
import { asOnLinux, openCPython, withoutAddresses } from './cpython.ts';

const cpython = await openCPython();

test('output, exit status and the last __del__ are those of the command line', async () => {
  const main = [
    'import sys',
    'class Last:',
    '    def __del__(self): print("gone")',
    'last = Last()',
    'print(sys.argv, input("? "), __name__, end="|")',
    'sys.exit("no")',
  ].join('\n');
  const outcome = await cpython.run({
    files: { 'main.py': main },
    main: 'main.py',
    argv: ['x'],
    stdin: 'y\n',
  });
  assert.deepEqual(outcome, { stdout: "? ['main.py', 'x'] y __main__|gone\n", stderr: 'no\n', exitCode: 1 });
});

test('each program gets an interpreter of its own', async () => {
  const files = {
    'main.py': 'import m, sys\nm.x.append(1)\nprint(m.x, "dis" in sys.modules)',
    'm.py': 'x = []',
  };
  const first = await cpython.run({ files, main: 'main.py' });
  assert.deepEqual(await cpython.run({ files, main: 'main.py' }), first);
  assert.equal(first.stdout, '[1] False\n');
});

test('a traceback comes from the C printer, without frames of ours', async () => {
  const outcome = await cpython.run({ files: { 'main.py': 'x = 0\nprint(1 / x)\n' }, main: 'main.py' });
  assert.equal(
    outcome.stderr,
    'Traceback (most recent call last):\n  File "/home/reader/main.py", line 2, in <module>\n' +
      '    print(1 / x)\n          ~~^~~\nZeroDivisionError: division by zero\n',
  );
});

test('a syntax error too: traceback.py would leave the tab and draw a caret', async () => {
  const outcome = await cpython.run({
    files: { 'main.py': 'if 1:\n        x = 1\n\ty = 2\n' },
    main: 'main.py',
  });
  assert.equal(
    outcome.stderr,
    '  File "/home/reader/main.py", line 3\n    y = 2\n' +
      'TabError: inconsistent use of tabs and spaces in indentation\n',
  );
});

test('a sample of the records is what CPython prints today', async () => {
  for (const topic of ['02-arithmetic', '25-tracebacks', '33-imports']) {
    const records = readRecords(topic);
    for (const program of programs(topic).slice(0, 2)) {
      const { stdout, stderr, exitCode } = await cpython.run(program);
      const record = records.get(program.name);
      assert.deepEqual(
        [withoutAddresses(asOnLinux(stdout)), withoutAddresses(asOnLinux(stderr)), exitCode],
        [record?.stdout, record?.stderr, record?.exitCode],
        program.id,
      );
    }
  }
});
