// What must never end a session: endless recursion, data nested too deep, requests for too much memory, loops without end.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers';
import { nodeLibrary } from '../tools/build-library.ts';
import { start } from './interpreter.ts';
import { runPython } from './node.ts';

const HEAD = `
import copy, functools, itertools, json, pickle, sys
def nest(n, wrap, x=()):
    for _ in range(n): x = wrap(x)
    return x
`;

/** Runs a program: its output, and that the interpreter itself did not fail. */
async function output(program: string): Promise<string> {
  const { stdout, result } = await runPython({ files: { 'main.py': program }, main: 'main.py' });
  assert.equal(result.internalError, null);
  return stdout;
}

/** What an expression raises; afterwards the same program still runs. */
async function raised(expression: string): Promise<string> {
  const out = await output(
    `${HEAD}try: ${expression}\nexcept BaseException as e: print(type(e).__name__, e)\nprint(sum(range(10)), repr([(1,)]))`,
  );
  const [first, ...rest] = out.split('\n');
  assert.deepEqual(rest, ['45 [(1,)]', ''], expression);
  return first!.trim();
}

const REPR = 'RecursionError maximum recursion depth exceeded while getting the repr of an object';
const COMPARE = 'RecursionError maximum recursion depth exceeded in comparison';

test('nested data: repr and comparison know where they are', async () => {
  for (const wrap of ['lambda a: [a]', 'lambda a: (a,)', "lambda a: {'a': a}"]) {
    assert.equal(await raised(`repr(nest(12000, ${wrap}))`), REPR);
    assert.equal(await raised(`'%s' % [nest(12000, ${wrap})]`), REPR);
    assert.equal(await raised(`nest(12000, ${wrap}) == nest(12000, ${wrap})`), COMPARE);
  }
  assert.equal(await raised('nest(12000, lambda a: [a]) < nest(12000, lambda a: [a])'), COMPARE);
  assert.equal(await raised('nest(12000, lambda a: [a]) in [nest(12000, lambda a: [a])]'), COMPARE);
});

test('nested data that CPython can take is taken', async () => {
  assert.equal(
    await output(
      `${HEAD}print(len(repr(nest(4000, lambda a: [a]))), nest(4000, lambda a: [a]) == nest(4000, lambda a: [a]))\nprint(hash(nest(4000, lambda a: (a,))) == hash(nest(4000, lambda a: (a,))))`,
    ),
    '8002 True\nTrue\n',
  );
});

test('everything else that nests raises RecursionError', async () => {
  for (const expression of [
    'hash(nest(100000, lambda a: (a,)))',
    'json.dumps(nest(100000, lambda a: [a]))',
    "json.loads('[' * 100000)",
    'copy.deepcopy(nest(100000, lambda a: [a]))',
    'pickle.dumps(nest(100000, lambda a: [a]))',
    'isinstance(1, nest(100000, lambda a: (a,)))',
    "compile('+'.join(['a'] * 100000), 'x', 'eval')",
    'next(nest(100000, lambda a: map(abs, a)))',
    'list(nest(100000, lambda a: itertools.chain(a, [])))',
    "nest(20000, lambda e: ExceptionGroup('g', [e or ValueError()])).split(TypeError)",
  ]) {
    assert.match(await raised(expression), /^RecursionError maximum recursion depth exceeded/, expression);
  }
});

test('too much memory is MemoryError', async () => {
  for (const expression of [
    '[0] * 10**12',
    "'x' * 10**12",
    "b'x' * 10**12",
    '(0,) * 10**12',
    'bytearray(10**12)',
    "'x'.ljust(10**12)",
    "b'x'.center(10**12)",
    '10**10**9',
    '1 << 10**18',
    'list(range(10**13))',
    '[].extend(range(10**13))',
    'list(itertools.repeat(0, 10**13))',
    "(1).to_bytes(10**12, 'big')",
  ]) {
    assert.equal(await raised(expression), 'MemoryError', expression);
  }
});

test('endless growth is MemoryError', async () => {
  for (const grow of ["s += s + 'x'", 's = [s, s]', 's = (s, [0] * 10**6)']) {
    const out = await output(`s = ''\ntry:\n    while True: ${grow}\nexcept MemoryError: print('full')\n`);
    assert.equal(out, 'full\n', grow);
  }
});

test('a hundred thousand frames', async () => {
  assert.equal(
    await output(
      'import sys\nsys.setrecursionlimit(10**6)\ndef f(n): return 0 if n == 0 else 1 + f(n - 1)\nprint(f(100000))',
    ),
    '100000\n',
  );
});

test('chains of a million objects go without recursion', async () => {
  assert.equal(
    await output(`class Node:
    def __init__(self, next): self.next = next
for wrap in (lambda x: [x], lambda x: (x,), lambda x: {1: x}, Node, lambda x: lambda: x):
    x = None
    for _ in range(200000): x = wrap(x)
    x = None
class Counted:
    def __init__(self, next): self.next = next
    def __del__(self):
        global gone
        gone += 1
gone = 0
x = None
for _ in range(30000): x = Counted(x)
x = None
print(gone)
`),
    '30000\n',
  );
});

/** Stops a program after a while: how long it went on, in milliseconds. */
async function stopped(program: string): Promise<number> {
  const execution = start({
    files: { 'main.py': program },
    main: 'main.py',
    onStdout: () => {},
    onStderr: () => {},
    onInput: () => new Promise(() => {}),
    loadLibrary: nodeLibrary,
    yieldToHost: (resume) => setImmediate(resume),
  });
  let asked = 0;
  const timer = setTimeout(() => {
    asked = performance.now();
    execution.stop();
  }, 400);
  const result = await execution.done;
  clearTimeout(timer);
  assert.equal(result.status, 'stopped', program);
  return performance.now() - asked;
}

test('programs without end can be stopped', async () => {
  for (const program of [
    'while True: pass',
    'while True:\n  try:\n    while True: pass\n  finally: continue',
    'sum(iter(int, 1))',
    'next(filter(None, iter(int, 1)))',
    'list(range(10**12)) if 0 else [1 for _ in iter(int, 1)]',
    "import re\nre.match('(a*)*b', 'a' * 40)",
    'import time\ntime.sleep(1000)',
    'input()',
    'import sys\nsys.settrace(lambda *a: None)\nwhile True: pass',
    'pow(3, 2**200000, 2**200000 - 1)',
    'def g():\n  while True: yield\nfor _ in g(): pass',
    "while True: print('x' * 1000)",
  ]) {
    const ms = await stopped(program);
    // Twenty times the aim: the machine may be busy.
    assert.ok(ms < 2000, `${program}: ${ms} ms`);
  }
});

test('ten megabytes of output', async () => {
  assert.equal((await output("print('x' * 10**7)")).length, 10 ** 7 + 1);
  assert.equal((await output('for i in range(100000): print("y" * 99)')).length, 10 ** 7);
});
