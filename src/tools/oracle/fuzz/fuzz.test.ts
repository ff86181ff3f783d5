/** A fixed slice of the programs that `npm run oracle:fuzz` compares without end. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openJudge } from '../judge.ts';
import { programsOf } from './programs.ts';
import { differences } from './verdicts.ts';

const judge = await openJudge();
const PROGRAMS = 1500;

for (const seed of [1, 2, 3, 4]) {
  test(`${PROGRAMS} programs of seed ${seed}`, () => {
    const programs = programsOf(seed, judge);
    let refused = 0;
    for (let done = 0; done < PROGRAMS; done += 100) {
      const cases = Array.from({ length: 100 }, () => programs.next().value);
      const found = differences(judge, cases, (error) => {
        refused += error ? 1 : 0;
      });
      assert.deepEqual(found, []);
    }
    // Right and wrong programs, both in number.
    assert.ok(refused > PROGRAMS / 4 && refused < (PROGRAMS * 3) / 4, `${refused} refused`);
  });
}
