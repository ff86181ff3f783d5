/**
 * Tuples, lists, dicts, sets, ranges, iterators, bytes and their like, against CPython: each program of
 * testdata/containers must print what CPython 3.12.7 printed (the .txt beside it). To record anew:
 * `node src/interpreter/objects/testdata/record-containers.ts`.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { runPython } from '../node.ts';

const folder = new URL('testdata/containers/', import.meta.url);

// Addresses differ from run to run.
const normal = (text: string): string[] => text.replace(/0x[0-9a-f]+/g, '0x').split('\n');

for (const file of readdirSync(folder)) {
  if (!file.endsWith('.py')) continue;
  test(file, async () => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const expected = normal(readFileSync(new URL(file.replace(/py$/, 'txt'), folder), 'utf8'));
    const { stdout } = await runPython({ files: { 'main.py': source }, main: 'main.py' });
    const got = normal(stdout);
    const wrong = expected.flatMap((line, i) =>
      line === got[i] ? [] : [`line ${i + 1}\n  expected ${line}\n  got      ${got[i]}`],
    );
    assert.equal(wrong.slice(0, 20).join('\n'), '');
    assert.equal(got.length, expected.length);
  });
}
