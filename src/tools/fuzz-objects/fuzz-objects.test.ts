// A fixed slice of `npm run oracle:fuzz-objects`: one batch from each of two seeds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from './compare.ts';

for (const seed of [1, 2]) {
  test(`random programs about objects answer as on CPython, seed ${seed}`, async () => {
    const found: string[] = [];
    const { cases, differences } = await judge({
      seed,
      seconds: 60,
      limit: 400,
      kinds: null,
      report: (text) => found.push(text),
    });
    assert.equal(cases, 400);
    assert.equal(differences, 0, found.join('\n'));
  });
}
