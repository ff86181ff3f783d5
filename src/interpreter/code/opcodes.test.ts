import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  cacheCount,
  deopt,
  hasArg,
  OP,
  opname,
  PSEUDO,
  PY_INVALID_STACK_EFFECT,
  SPECIALIZED,
  stack_effect,
} from './opcodes.ts';

// CPython 3.12.7's opcode, dis and _opcode modules, recorded by src/tools/record-bytecode.ts.

type Row = [number: number, base: string, hasArg: boolean, caches: number, effects: (number | null)[]];
const expected: Record<string, Row> = JSON.parse(
  readFileSync(new URL('opcodes.expected.json', import.meta.url), 'utf8'),
);
const numbers: Record<string, number> = { ...OP, ...SPECIALIZED, ...PSEUDO };

test('the table names the opcodes of CPython, no more and no fewer', () => {
  assert.deepEqual(Object.keys(numbers).sort(), Object.keys(expected).sort());
});

for (const [name, [number, base, takesArg, caches, effects]] of Object.entries(expected)) {
  test(name, () => {
    assert.equal(numbers[name], number);
    assert.equal(opname[number], name);
    if (number < 256) {
      assert.equal(deopt[number], numbers[base]);
      assert.equal(cacheCount[deopt[number]], caches);
    }
    if (name !== base) return;
    assert.equal(hasArg(number), takesArg);
    const seen: (number | null)[] = [];
    for (const arg of [0, 1, 2, 3, 4, 5, 7, 15, 255, 256, 513]) {
      for (const jump of [-1, 0, 1]) {
        const effect = stack_effect(number, takesArg ? arg : 0, jump);
        seen.push(effect === PY_INVALID_STACK_EFFECT ? null : effect);
      }
    }
    assert.deepEqual(seen, effects);
  });
}
