// The translation against the interpreter: the same function, the same arguments, the same result, or a refusal.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runPython } from '../../interpreter/node.ts';
import { compile } from '../../session/compile.ts';
import { compiled, Deoptimised, isRefusal, OutOfFuel, type Translation, translate } from './translate.ts';

function translated(source: string) {
  const { code, scopes } = compile(source, 'main.py');
  return translate(code!.children[0], scopes!.children[0].names.filter(({ parameter }) => parameter).length);
}

function accepted(source: string): Translation {
  const result = translated(source);
  assert.ok(!isRefusal(result), JSON.stringify(result));
  return result;
}

const PROGRAMS: [source: string, calls: number[][]][] = [
  [
    'def f(a, b):\n    return a + b * 2 - -a\n',
    [
      [1, 2],
      [-5, 7],
      [0, 0],
    ],
  ],
  [
    'def f(a, b):\n    return a % b + a // b\n',
    [
      [7, 3],
      [-7, 3],
      [7, -3],
      [-7, -3],
      [6, 3],
    ],
  ],
  [
    'def f(n):\n    total = 0\n    i = 0\n    while i < n:\n        if i % 3 == 0 or i % 5 == 0:\n            total += i\n        i += 1\n    return total\n',
    [[0], [1], [1000]],
  ],
  [
    'def f(a, b):\n    while b:\n        a, b = b, a % b\n    return a\n',
    [
      [12, 18],
      [17, 5],
      [0, 4],
    ],
  ],
  ['def f(a):\n    return 1 if 0 < a < 10 else 0\n', [[0], [5], [10]]],
  [
    'def f(n):\n    steps = 0\n    while n != 1:\n        n = n // 2 if n % 2 == 0 else 3 * n + 1\n        steps += 1\n    return steps\n',
    [[27], [1]],
  ],
];

for (const [source, calls] of PROGRAMS) {
  test(`as the interpreter does: ${source.split('\n')[1].trim()}`, async () => {
    const run = compiled(accepted(source), 100_000);
    const prints = calls.map((args) => `print(f(${args.join(', ')}))`).join('\n');
    const { stdout } = await runPython({ files: { 'main.py': `${source}\n${prints}\n` }, main: 'main.py' });
    assert.equal(calls.map((args) => `${run(...args)}\n`).join(''), stdout);
  });
}

test('what it does not know is refused, and says which instruction', () => {
  for (const [source, name] of [
    ['def f(a):\n    return print(a)\n', 'LOAD_GLOBAL'],
    ['def f(a):\n    return a / 2\n', 'BINARY_OP'],
    ['def f(a):\n    return 1.5\n', 'RETURN_CONST'],
    ['def f(a):\n    for x in a:\n        pass\n', 'GET_ITER'],
  ]) {
    const result = translated(source);
    assert.ok(isRefusal(result));
    assert.equal(result.instruction?.name, name);
  }
});

test('a guard that fails ends the compiled code', () => {
  const power = compiled(
    accepted('def f(n):\n    x = 1\n    while n:\n        x = x * 3\n        n -= 1\n    return x\n'),
    1000,
  );
  assert.equal(power(10), 59049);
  assert.throws(() => power(40), Deoptimised);
  assert.throws(() => compiled(accepted('def f(a):\n    return 1 // a\n'), 10)(0), Deoptimised);
});

test('an endless loop runs out of fuel', () => {
  assert.throws(
    () => compiled(accepted('def f(a):\n    while a == a:\n        a = 1\n    return a\n'), 1000)(1),
    OutOfFuel,
  );
});
