/**
 * Our interpreter against CPython's records: every program of the corpus prints what CPython 3.12.7 printed, on both
 * streams, and leaves with the same exit status. One list (src/corpus/known-failures.txt) names the programs that do
 * not pass yet; a program on it that passes fails the run, so that the list only ever shrinks knowingly.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../tools/oracle/compare.ts';
import { knownFailures, programs, readRecords, topics } from '../tools/oracle/corpus.ts';

const expectedToFail = knownFailures();

for (const topic of topics()) {
  test(topic, async (t) => {
    const records = readRecords(topic);
    for (const program of programs(topic)) {
      await t.test(program.name, async () => {
        const found = await differences(program, records.get(program.name));
        if (expectedToFail.has(program.id)) {
          assert.notEqual(found.length, 0, `${program.id} passes: take it off src/corpus/known-failures.txt`);
        } else assert.equal(found.join('\n'), '');
      });
    }
  });
}

test('every known failure is a program', () => {
  const ids = new Set(topics().flatMap((topic) => programs(topic).map((program) => program.id)));
  assert.deepEqual(
    [...expectedToFail].filter((id) => !ids.has(id)),
    [],
  );
});

test('no record is left over from a program that is gone', () => {
  for (const topic of topics()) {
    const names = new Set(programs(topic).map((program) => program.name));
    assert.deepEqual(
      [...readRecords(topic).keys()].filter((name) => !names.has(name)),
      [],
    );
  }
});
