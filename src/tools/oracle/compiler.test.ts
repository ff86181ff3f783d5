/** The whole standard library through each stage of the compiler, compared with CPython; see stages.ts. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openJudge } from './judge.ts';
import { compareStage, type StageName, stages } from './stages.ts';

const judge = await openJudge();

test('the library is all there', () => {
  assert.equal(judge.library.length, 511);
});

for (const stage of Object.keys(stages) as StageName[]) {
  test(`${stage} of the standard library`, () => {
    const { equal, total, differences } = compareStage(judge, stage);
    assert.equal(equal, total, differences.slice(0, 3).join('\n\n'));
  });
}

// Docstrings and asserts go at these levels; the rest is the same work once more.
for (const optimize of [1, 2]) {
  test(`bytecode of the standard library, optimize ${optimize}`, () => {
    const names = judge.library.filter((_, i) => i % 3 === optimize);
    const { equal, total, differences } = compareStage(judge, 'bytecode', names, optimize);
    assert.equal(equal, total, differences.slice(0, 3).join('\n\n'));
  });
}
