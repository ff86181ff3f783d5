// The importable door: the README's example does what it says, and limits are told apart.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from './node.ts';

test("the README's example", async () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const code = /```ts\n(import \{ run \} from [\s\S]*?)```/.exec(readme)?.[1];
  assert.ok(code !== undefined, 'the example is there');
  const body = code.replace(/^import .*\n/, '');
  const shown: string[] = [];
  const console = { log: (...values: unknown[]): void => void shown.push(values.join(' ')) };
  const AsyncFunction = (async () => {}).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<void>;
  await new AsyncFunction('run', 'console', body)(run, console);
  const promised = [...body.matchAll(/console\.log\(.*\);.*?\/\/ (.*)/g)].map(([, text]) => text);
  assert.ok(promised.length > 0);
  assert.deepEqual(shown, promised);
});

test('a limit of instructions stops at the same place each time', async () => {
  const source = 'i = 0\nwhile True:\n    i += 1\n    if i % 1000 == 0: print(i)\n';
  const one = await run(source, { limits: { instructions: 20_000 } });
  const two = await run(source, { limits: { instructions: 20_000 } });
  assert.equal(one.status, 'stopped');
  assert.equal(one.limit, 'instructions');
  assert.equal(one.instructions, 20_000);
  assert.ok(one.stdout.endsWith('19000\n'), one.stdout.slice(-20));
  assert.equal(two.stdout, one.stdout);
});

test('a limit of seconds', async () => {
  const began = performance.now();
  const waits = await run('import time\nprint("a", flush=True)\ntime.sleep(60)\n', {
    limits: { seconds: 0.2 },
  });
  assert.equal(waits.limit, 'seconds');
  assert.equal(waits.status, 'stopped');
  assert.equal(waits.stdout, 'a\n');
  const loops = await run('while True: pass\n', { limits: { seconds: 0.2 } });
  assert.equal(loops.limit, 'seconds');
  assert.ok(performance.now() - began < 20_000);
});

test('a limit of memory is a MemoryError', async () => {
  const report = await run('x = []\nwhile True: x.append("a" * 10000 + str(len(x)))\n', {
    limits: { memory: 30_000_000 },
  });
  assert.equal(report.limit, 'memory');
  assert.equal(report.status, 'exception');
  assert.match(report.stderr, /^MemoryError/m);
  assert.equal(report.exitCode, 1);
});

test('a program that meets no limit', async () => {
  const report = await run('import sys; open("out.txt", "w").write(sys.argv[1]); sys.exit(3)', {
    argv: ['hello'],
    limits: { instructions: 1e9, seconds: 60 },
  });
  assert.equal(report.limit, null);
  assert.equal(report.exitCode, 3);
  assert.equal(new TextDecoder().decode(report.files['out.txt']), 'hello');
});

test('input that is asked for', async () => {
  const lines = ['one', 'two'];
  const seen: string[] = [];
  const report = await run('while True: print(input().upper(), flush=True)', {
    stdin: () => Promise.resolve(lines.shift() ?? null),
    onStdout: (text) => seen.push(text),
  });
  assert.equal(report.stdout, 'ONE\nTWO\n');
  assert.equal(seen.join(''), report.stdout);
  assert.equal(report.exception?.type, 'EOFError');
});
