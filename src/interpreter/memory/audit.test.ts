// Every corpus program, with its reference counts recounted at its end: zero differences.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { programs, topics } from '../../tools/oracle/corpus.ts';
import { runPython } from '../node.ts';
import { audit } from './audit.ts';

/** Ends in CPython without a clean state, or never returns: nothing to count. */
const WITHOUT_END = new Set<string>();

for (const topic of topics()) {
  test(`reference counts: ${topic}`, async () => {
    const found: string[] = [];
    for (const program of programs(topic)) {
      if (WITHOUT_END.has(program.id)) continue;
      const { files, main, argv, stdin } = program;
      await runPython(
        { files, main, argv, stdin },
        {
          atEnd: (roots) => {
            for (const d of audit(roots)) {
              found.push(
                `${program.id}: a ${d.object.type.name} is kept ${d.kept} times, counted ${d.counted}`,
              );
            }
          },
        },
      );
    }
    assert.deepEqual(found, []);
  });
}
