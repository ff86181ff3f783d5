// Wrong programs: the parser must say exactly what CPython 3.12.7 said (testdata/errors-*.txt, recorded by
// src/tools/record-syntax-errors.ts).

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from './parser.ts';
import { formatError, readCases } from './testdata/cases.ts';

const folder = new URL('./testdata/', import.meta.url);

for (const name of readdirSync(folder).sort()) {
  if (!/^errors-.*\.txt$/.test(name)) continue;
  test(`${name}: type, message, place and text of each error`, () => {
    const { cases } = readCases(readFileSync(new URL(name, folder), 'utf8'));
    assert.ok(cases.length > 0);
    const wrong: string[] = [];
    for (const { mode, source, expected } of cases) {
      const { error } = parse(source, '<unknown>', mode);
      const actual = error === null ? 'ok' : formatError(error);
      if (actual !== expected) wrong.push(`${JSON.stringify(source)}\n${actual}\nbut CPython:\n${expected}`);
    }
    assert.deepEqual(wrong, []);
  });
}
