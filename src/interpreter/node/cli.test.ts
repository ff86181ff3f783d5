// The command line as a process: output, errors and exit status.
//
// What is expected here is what CPython 3.12 does: its messages and statuses are in Modules/main.c, Python/initconfig.c and
// Python/pythonrun.c.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { readPyc } from '../code/pyc.ts';

const COMMAND = join(import.meta.dirname, '../../tools/python.ts');
const FOLDER = realpathSync(mkdtempSync(join(tmpdir(), 'command-line-')));
after(() => rmSync(FOLDER, { recursive: true }));

interface Ended {
  stdout: string;
  stderr: string;
  /** The exit status, or the signal it died of. */
  status: number | string | null;
}

interface Surroundings {
  input?: string;
  env?: Record<string, string>;
  /** Called once, when something has been printed. */
  onOutput?(send: (signal: NodeJS.Signals) => void): void;
}

function python(args: readonly string[], { input, env, onOutput }: Surroundings = {}): Promise<Ended> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PYTHON|npm_|INIT_CWD)/.test(name));
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: FOLDER,
    env: { ...Object.fromEntries(kept), LANG: 'C.UTF-8', ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  const ended: Ended = { stdout: '', stderr: '', status: null };
  child.stdout!.on('data', (data) => {
    const first = ended.stdout === '';
    ended.stdout += String(data);
    if (first) onOutput?.((signal) => child.kill(signal));
  });
  child.stderr!.on('data', (data) => {
    ended.stderr += String(data);
  });
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve({ ...ended, status: code ?? signal }));
  });
}

function put(path: string, text: string | Uint8Array): string {
  mkdirSync(dirname(join(FOLDER, path)), { recursive: true });
  writeFileSync(join(FOLDER, path), text);
  return path;
}

/** Each case: what to run, and all that is expected of it. */
type Case = readonly [what: string, run: () => Promise<Ended>, expected: Ended];

const USAGE =
  "usage: python3.12 [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `python -h' for more information.\n";
const fine = (stdout: string): Ended => ({ stdout, stderr: '', status: 0 });

put('b.py', '1/0\n');
put('args.py', 'import sys, os\nprint(__name__, __file__, sys.argv, sys.path[0] == os.getcwd())\n');
put('pkg/__init__.py', '');
put('pkg/__main__.py', 'from .sub import y\nprint(__package__, __spec__.name, y)\n');
put('pkg/sub.py', 'y = 2\n');
put('app/__main__.py', 'import sys, other\nprint("app", other.v, sys.argv)\n');
put('app/other.py', 'v = 5\n');
put('deep/s.py', 'import sib\nprint(sib.__name__)\n');
put('deep/sib.py', '');
symlinkSync('deep/s.py', join(FOLDER, 'link.py'));
put(
  'latin.py',
  Uint8Array.from([...Buffer.from('# coding: latin-1\nprint("'), 0xe9, ...Buffer.from('")\n')]),
);
put('bad.py', Uint8Array.from([...Buffer.from('x = 1\ny = "'), 0xe9, ...Buffer.from('"\n')]));

const CASES: readonly Case[] = [
  ['a file', () => python(['args.py', 'x']), fine(`__main__ ${FOLDER}/args.py ['args.py', 'x'] True\n`)],
  [
    '-c',
    () => python(['-c', 'import sys; print(sys.argv, repr(sys.path[0]))', '-V']),
    fine("['-c', '-V'] ''\n"),
  ],
  ['-m with a package', () => python(['-m', 'pkg']), fine('pkg pkg.__main__ 2\n')],
  ['a folder', () => python(['app', 'w']), fine("app 5 ['app', 'w']\n")],
  ['a link to a file: its own folder is searched', () => python(['link.py']), fine('sib\n')],
  ['standard input', () => python([], { input: 'import sys\nprint(sys.argv)\n' }), fine("['']\n")],
  [
    '- and arguments',
    () => python(['-', 'a'], { input: 'import sys\nprint(sys.argv)' }),
    fine("['-', 'a']\n"),
  ],
  ['-V', () => python(['-V']), fine('Python 3.12.7\n')],
  ['-O', () => python(['-O', '-c', 'assert 0; print(__debug__)']), fine('False\n')],
  ['-OO', () => python(['-OOc', 'def f(): "doc"\nprint(f.__doc__)']), fine('None\n')],
  [
    'PYTHONOPTIMIZE',
    () => python(['-c', 'print(__debug__)'], { env: { PYTHONOPTIMIZE: '1' } }),
    fine('False\n'),
  ],
  [
    'PYTHONHASHSEED',
    () => python(['-c', 'print(hash("abc"), {"a", "bb", "ccc"})'], { env: { PYTHONHASHSEED: '42' } }),
    fine("3869580338025362921 {'ccc', 'bb', 'a'}\n"),
  ],
  ['an encoding of its own', () => python(['latin.py']), fine('é\n')],
  [
    'what is no UTF-8',
    () => python(['bad.py']),
    {
      stdout: '',
      stderr: `SyntaxError: Non-UTF-8 code starting with '\\xe9' in file ${FOLDER}/bad.py on line 2, but no encoding declared; see https://peps.python.org/pep-0263/ for details\n`,
      status: 1,
    },
  ],
  [
    'an exception',
    () => python(['b.py']),
    {
      stdout: '',
      stderr: `Traceback (most recent call last):\n  File "${FOLDER}/b.py", line 1, in <module>\n    1/0\n    ~^~\nZeroDivisionError: division by zero\n`,
      status: 1,
    },
  ],
  ['sys.exit(3)', () => python(['-c', 'import sys; sys.exit(3)']), { stdout: '', stderr: '', status: 3 }],
  [
    'sys.exit("text")',
    () => python(['-c', 'import sys; sys.exit("text")']),
    { stdout: '', stderr: 'text\n', status: 1 },
  ],
  [
    'os._exit flushes nothing',
    () => python(['-c', 'import os; print(1); os._exit(7)']),
    { stdout: '', stderr: '', status: 7 },
  ],
  [
    'no such file',
    () => python(['nofile.py']),
    {
      stdout: '',
      stderr: `python3.12: can't open file '${FOLDER}/nofile.py': [Errno 2] No such file or directory\n`,
      status: 2,
    },
  ],
  [
    'an unknown option',
    () => python(['-z']),
    { stdout: '', stderr: `Unknown option: -z\n${USAGE}`, status: 2 },
  ],
  [
    '-c and nothing',
    () => python(['-c']),
    { stdout: '', stderr: `Argument expected for the -c option\n${USAGE}`, status: 2 },
  ],
  [
    'no such module',
    () => python(['-m', 'nomod']),
    { stdout: '', stderr: '/usr/local/bin/python3.12: No module named nomod\n', status: 1 },
  ],
  [
    '-W error',
    () => python(['-W', 'error', '-c', 'import warnings\nwarnings.warn("x")']),
    {
      stdout: '',
      stderr: 'Traceback (most recent call last):\n  File "<string>", line 2, in <module>\nUserWarning: x\n',
      status: 1,
    },
  ],
  [
    'lines of a pipe as they are asked for',
    () => python(['-c', 'print(input("? "))\nprint(input())\ninput()'], { input: 'a\nb\n' }),
    {
      stdout: '? a\nb\n',
      stderr:
        'Traceback (most recent call last):\n  File "<string>", line 3, in <module>\nEOFError: EOF when reading a line\n',
      status: 1,
    },
  ],
  [
    'the interactive loop',
    () => python(['-i', '-q'], { input: 'x = 2\nx\nif x:\n  x + 1\n\nx =\n1/0\nexit(4)\n' }),
    {
      stdout: '2\n3\n',
      stderr:
        '>>> >>> >>> ... ... >>>   File "<stdin>", line 1\n    x =\n       ^\nSyntaxError: invalid syntax\n' +
        '>>> Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\nZeroDivisionError: division by zero\n>>> ',
      status: 4,
    },
  ],
  [
    'what a thread raises, and that it is waited for',
    () =>
      python([
        '-c',
        'import threading, time, sys\ndef f(): time.sleep(0.05); print("thread"); sys.exit(5)\nthreading.Thread(target=f).start(); print("main")',
      ]),
    fine('main\nthread\n'),
  ],
  [
    'a full device',
    () => python(['-c', 'import os\nfull = os.open("/dev/full", os.O_WRONLY)\nprint(1)\nos.dup2(full, 1)']),
    {
      stdout: '',
      stderr:
        "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\nOSError: [Errno 28] No space left on device\n",
      status: 120,
    },
  ],
];

test('one command each', { concurrency: 2 }, async (t) => {
  await Promise.all(
    CASES.map(([what, run, expected]) => t.test(what, async () => assert.deepEqual(await run(), expected))),
  );
});

test("the machine's files", async () => {
  const source = `
import os, shutil, tempfile
os.mkdir("made")
with open("made/f.txt", "w") as f: f.write("h\\u00e9\\n")
print(os.listdir("made"), os.stat("made/f.txt").st_size, os.path.isdir("made"))
os.rename("made/f.txt", "made/g.txt")
with open("made/g.txt", "rb+") as f:
    f.seek(0, 2); f.write(b"END"); f.seek(1); print(f.read(), f.tell())
try: os.rmdir("made")
except OSError as e: print(type(e).__name__, e.errno, e.filename)
print([(e.name, e.is_file(), e.stat().st_size) for e in os.scandir("made")])
os.symlink("g.txt", "made/link"); print(os.readlink("made/link"), os.path.realpath("made/link") == os.path.abspath("made/g.txt"))
print(os.getcwd() == os.environ["PWD_EXPECTED"], os.getpid() > 1)
`;
  const got = await python(['-c', source], { env: { PWD_EXPECTED: FOLDER } });
  assert.equal(got.stderr, '');
  assert.equal(
    got.stdout,
    "['f.txt'] 4 True\nb'\\xc3\\xa9\\nEND' 7\nOSError 39 made\n[('g.txt', True, 7)]\ng.txt True\nTrue True\n",
  );
  assert.equal(readFileSync(join(FOLDER, 'made/g.txt'), 'utf8'), 'hé\nEND');
});

test('modules beside the program are compiled into __pycache__', async () => {
  put('cached/m.py', 'value = 7\n');
  put('cached/main.py', 'import m\nprint(m.value, m.__cached__.rsplit("/", 1)[1])\n');
  assert.deepEqual(await python(['cached/main.py']), fine('7 m.cpython-312.pyc\n'));
  const { header, error } = readPyc(readFileSync(join(FOLDER, 'cached/__pycache__/m.cpython-312.pyc')), 'm');
  assert.equal(error, null);
  assert.equal(header!.kind, 'timestamp');
  assert.deepEqual(await python(['-O', 'cached/main.py']), fine('7 m.cpython-312.opt-1.pyc\n'));
  rmSync(join(FOLDER, 'cached/__pycache__'), { recursive: true });
  assert.deepEqual(await python(['-B', 'cached/main.py']), fine('7 m.cpython-312.pyc\n'));
  assert.ok(!readdirSync(join(FOLDER, 'cached')).includes('__pycache__'));
});

test('SIGINT: KeyboardInterrupt, and the death that a shell expects', async () => {
  const source = 'import time\nprint("ready", flush=True)\ntime.sleep(60)\n';
  const got = await python(['-c', source], { onOutput: (send) => send('SIGINT') });
  assert.equal(
    got.stderr,
    'Traceback (most recent call last):\n  File "<string>", line 3, in <module>\nKeyboardInterrupt\n',
  );
  assert.equal(got.status, 'SIGINT');
});

test('SIGTERM: a handler of the program, or the end', async () => {
  const handled =
    'import signal, sys\nsignal.signal(signal.SIGTERM, lambda *_: sys.exit(6))\nprint("ready", flush=True)\nwhile True: sum(range(100))\n';
  assert.equal((await python(['-c', handled], { onOutput: (send) => send('SIGTERM') })).status, 6);
  const plain = 'print("ready", flush=True)\nwhile True: sum(range(100))\n';
  assert.equal((await python(['-c', plain], { onOutput: (send) => send('SIGTERM') })).status, 'SIGTERM');
});

test('a thousand functions in one file', async () => {
  const lines = Array.from(
    { length: 2500 },
    (_, i) => `def f${i}(x, y=${i}):\n    return x + y if x else [y]`,
  );
  put('big.py', `${lines.join('\n')}\nprint(f1(2), f2499(0))\n`);
  assert.deepEqual(await python(['big.py']), fine('3 [2499]\n'));
});

test('unittest', async () => {
  put(
    'test_it.py',
    'import unittest\nclass T(unittest.TestCase):\n    def test_ok(self): self.assertEqual(1, 1)\n    def test_bad(self): self.assertEqual(1, 2)\nif __name__ == "__main__": unittest.main()\n',
  );
  for (const args of [['test_it.py'], ['-m', 'unittest', 'test_it']]) {
    const got = await python(args);
    assert.equal(got.status, 1);
    assert.match(got.stderr, /^F\.\n={70}\nFAIL: test_bad \((__main__|test_it)\.T\.test_bad\)\n/);
    assert.match(
      got.stderr,
      /AssertionError: 1 != 2\n\n-{70}\nRan 2 tests in [\d.]+s\n\nFAILED \(failures=1\)\n$/,
    );
  }
});
