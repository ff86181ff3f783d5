// Whole runs of the corpus's programs beside CPython's records (`npm run oracle:steps`): the same instructions in the same
// order, and after each of them a stack as high as the opcode table says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { programs, topics } from './corpus.ts';
import { hashSteps, readSteps, stepsOfOurs } from './steps.ts';

const records = readSteps();

test('at least 200 programs are compared', () => {
  assert.ok(Object.values(records).filter(({ steps }) => steps !== null).length >= 200);
});

for (const topic of topics()) {
  const compared = programs(topic).filter(({ id }) => (records[id]?.steps ?? null) !== null);
  if (compared.length === 0) continue;
  test(topic, async () => {
    const wrong: string[] = [];
    for (const program of compared) {
      const record = records[program.id];
      if (record.hash !== program.hash) {
        wrong.push(`${program.id} has changed: npm run oracle:steps`);
        continue;
      }
      const { steps, wrongHeights, internalError } = await stepsOfOurs(program);
      if (internalError !== null) wrong.push(`${program.id}: ${internalError}`);
      else if (steps.length !== record.count || hashSteps(steps) !== record.steps) {
        wrong.push(
          `${program.id}: ${steps.length} steps, CPython ${record.count}; npm run oracle:steps -- --show ${program.id}`,
        );
      }
      if (wrongHeights.length > 0) wrong.push(`${program.id}: ${wrongHeights[0]}`);
    }
    assert.deepEqual(wrong, []);
  });
}
